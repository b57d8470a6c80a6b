using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>The kernels of a network. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKernels
{
    /// <summary>Runs one sample.</summary>
    /// <param name="packed">The array of packed parameters.</param>
    /// <param name="start">The index of the first.</param>
    /// <param name="input">The sample.</param>
    /// <param name="output">Receives the result.</param>
    /// <param name="workspace">Scratch memory of any content.</param>
    static abstract void Forward(
        float[] packed, int start, ReadOnlySpan<float> input, Span<float> output, Span<float> workspace);

    /// <summary>Runs a batch.</summary>
    /// <param name="packed">The array of packed parameters.</param>
    /// <param name="start">The index of the first.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="outputs">Receives the results.</param>
    /// <param name="workspace">Scratch memory of any content.</param>
    /// <param name="rows">The number of samples.</param>
    static abstract void ForwardBatch(
        float[] packed, int start, ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace, int rows);
}

/// <summary>
/// Runs kernels with scratch on the stack. The memory is not cleared, which takes the kernels of small networks as long as a
/// layer, and a user's project may not say so itself: it would have to allow unsafe code. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StackScratch
{
    /// <summary>Runs one sample.</summary>
    /// <typeparam name="TKernels">The network's kernels.</typeparam>
    /// <typeparam name="TScratch">Memory for one sample at least.</typeparam>
    /// <param name="packed">The array of packed parameters.</param>
    /// <param name="start">The index of the first.</param>
    /// <param name="input">The sample.</param>
    /// <param name="output">Receives the result.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<TKernels, TScratch>(float[] packed, int start, ReadOnlySpan<float> input, Span<float> output)
        where TKernels : IKernels
        where TScratch : unmanaged
    {
        Unsafe.SkipInit(out TScratch scratch);
        TKernels.Forward(packed, start, input, output, AsSpan(ref scratch));
    }

    /// <summary>Runs a batch.</summary>
    /// <typeparam name="TKernels">The network's kernels.</typeparam>
    /// <typeparam name="TScratch">Memory for a block of rows at least.</typeparam>
    /// <param name="packed">The array of packed parameters.</param>
    /// <param name="start">The index of the first.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="outputs">Receives the results.</param>
    /// <param name="rows">The number of samples.</param>
    // Not inlined: compiled ahead of time, a caller clears the memory all the same.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ForwardBatch<TKernels, TScratch>(
        float[] packed, int start, ReadOnlySpan<float> inputs, Span<float> outputs, int rows)
        where TKernels : IKernels
        where TScratch : unmanaged
    {
        Unsafe.SkipInit(out TScratch scratch);
        TKernels.ForwardBatch(packed, start, inputs, outputs, AsSpan(ref scratch), rows);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<float> AsSpan<TScratch>(ref TScratch scratch)
        where TScratch : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<TScratch, float>(ref scratch), Unsafe.SizeOf<TScratch>() / sizeof(float));
}
