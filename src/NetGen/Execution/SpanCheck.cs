using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>The checks of arguments before anything is written. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpanCheck
{
    /// <summary>Checks one sample and the memory for its result.</summary>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward(ReadOnlySpan<float> input, Span<float> output, int inputLength, int outputLength)
    {
        Input(input, inputLength);
        Length(output.Length, outputLength, nameof(output));
        if (Overlap(in MemoryMarshal.GetReference(input), inputLength, in MemoryMarshal.GetReference(output), outputLength))
        {
            ThrowOverlap(nameof(input), nameof(output));
        }
    }

    /// <summary>Checks one sample.</summary>
    /// <exception cref="ArgumentException">The length is wrong.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input(ReadOnlySpan<float> input, int inputLength) => Length(input.Length, inputLength, nameof(input));

    /// <summary>Checks a batch and the memory for its results.</summary>
    /// <returns>The number of samples.</returns>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int inputLength, int outputLength)
    {
        (int rows, int rest) = Math.DivRem(inputs.Length, inputLength);
        if (rest != 0 || outputs.Length != (long)rows * outputLength)
        {
            ThrowBatchLength(inputs.Length, outputs.Length, inputLength, outputLength);
        }

        if (Overlap(in MemoryMarshal.GetReference(inputs), inputs.Length, in MemoryMarshal.GetReference(outputs), outputs.Length))
        {
            ThrowOverlap(nameof(inputs), nameof(outputs));
        }

        return rows;
    }

    /// <summary>Checks scratch memory.</summary>
    /// <exception cref="ArgumentException">The workspace is too short, or overlaps the other spans.</exception>
    public static void Workspace(
        Span<float> workspace, ReadOnlySpan<float> input, Span<float> output, int workspaceLength)
    {
        if (workspace.Length < workspaceLength)
        {
            throw new ArgumentException(
                $"'{nameof(workspace)}' has length {workspace.Length}, expected at least {workspaceLength}.", nameof(workspace));
        }

        if (workspace.Overlaps(input))
        {
            ThrowOverlap(nameof(workspace), "input");
        }

        if (workspace.Overlaps(output))
        {
            ThrowOverlap(nameof(workspace), "output");
        }
    }

    /// <summary>Checks the length of what belongs to so many samples.</summary>
    /// <exception cref="ArgumentException">The length is not the expected one.</exception>
    internal static void Samples(int actual, int samples, int sampleLength, string name)
    {
        if (actual != (long)samples * sampleLength)
        {
            throw new ArgumentException(
                $"'{name}' has length {actual}, expected {(long)samples * sampleLength} ({samples} samples of {sampleLength}).", name);
        }
    }

    /// <summary>Checks a length.</summary>
    /// <exception cref="ArgumentException">The length is not the expected one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int actual, long expected, string name)
    {
        if (actual != expected)
        {
            ThrowLength(actual, expected, name);
        }
    }

    /// <summary>
    /// Whether two pieces of memory, both or neither of them empty, have some in common. MemoryExtensions.Overlaps is inlined only
    /// where the JIT has seen that it is called often: its call takes as long as half the smallest network.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Overlap(ref readonly float x, int xLength, ref readonly float y, int yLength)
    {
        nint distance = Unsafe.ByteOffset(in x, in y);
        return (nuint)distance < (nuint)xLength * sizeof(float) || (nuint)(-distance) < (nuint)yLength * sizeof(float);
    }

    [DoesNotReturn]
    private static void ThrowLength(int actual, long expected, string name) =>
        throw new ArgumentException($"'{name}' has length {actual}, expected {expected}.", name);

    private static void ThrowBatchLength(int inputs, int outputs, int inputLength, int outputLength)
    {
        (int rows, int rest) = Math.DivRem(inputs, inputLength);
        if (rest != 0)
        {
            throw new ArgumentException(
                $"'{nameof(inputs)}' has length {inputs}, expected a multiple of {inputLength}.", nameof(inputs));
        }

        Samples(outputs, rows, outputLength, nameof(outputs));
    }

    [DoesNotReturn]
    private static void ThrowOverlap(string first, string second) =>
        throw new ArgumentException($"'{first}' and '{second}' overlap; they must be separate memory.", first);
}
