using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Memory for packed parameters. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AlignedArray
{
    private const int Alignment = 64;

    /// <summary>
    /// Allocates floats that start on a 64-byte boundary, so that no vector load crosses a cache line, in an array that
    /// the garbage collector does not move.
    /// </summary>
    /// <param name="length">The number of floats.</param>
    /// <param name="start">Receives the index of the first float on the boundary.</param>
    /// <returns>An array of zeros with <paramref name="length"/> floats from <paramref name="start"/> on.</returns>
    public static float[] Allocate(int length, out int start)
    {
        const int slack = (Alignment / sizeof(float)) - 1;
        float[] array = GC.AllocateArray<float>(length + slack, pinned: true);
        nuint address;
        unsafe
        {
            address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        }

        start = (int)((Alignment - (address % Alignment)) % Alignment / sizeof(float));
        return array;
    }
}
