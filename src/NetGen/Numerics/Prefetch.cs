using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>
    /// Has the CPU bring values into its second-level cache while it goes on. They may be beyond the end of memory: it is only
    /// a hint, which .NET can give on x64 alone.
    /// </summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of a value; the 64 bytes it is in are brought.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch(ref readonly float values, nuint index)
    {
        if (Sse.IsSupported)
        {
            // A reference must not point beyond an object; a pointer may.
            Sse.Prefetch1((float*)Unsafe.AsPointer(ref Unsafe.AsRef(in values)) + index);
        }
    }
}
