using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Memory from a 64-byte boundary on, a cache line: vector loads across two are slower, and loads of what such a store has
/// just written much slower. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AlignedMemory
{
    private const int Alignment = 64;
    private const int Slack = (Alignment / sizeof(float)) - 1;

    /// <summary>Allocates floats in an array that the garbage collector does not move.</summary>
    /// <param name="length">The number of floats.</param>
    /// <param name="start">Receives the index of the first float on a boundary.</param>
    /// <returns>An array of zeros with <paramref name="length"/> floats from <paramref name="start"/> on.</returns>
    public static float[] Allocate(int length, out int start)
    {
        float[] array = GC.AllocateArray<float>(length + Slack, pinned: true);
        start = (int)(BytesToBoundary(ref MemoryMarshal.GetArrayDataReference(array)) / sizeof(float));
        return array;
    }

    /// <summary>Gives the first float on a boundary, at most 15 floats in.</summary>
    /// <param name="memory">Memory of any place; the collector may move it later, which costs speed alone.</param>
    /// <returns>A reference to the float.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Start(Span<float> memory)
    {
        ref float first = ref MemoryMarshal.GetReference(memory);
        return ref Unsafe.AddByteOffset(ref first, BytesToBoundary(ref first));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe nuint BytesToBoundary(ref float first) =>
        (0 - (nuint)Unsafe.AsPointer(ref first)) % Alignment;
}
