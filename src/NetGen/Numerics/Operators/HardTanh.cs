using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>min(max(-1, x), 1).</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardTanh(Vector512<float> x) =>
        Vector512.MinNative(Vector512.Create(1f), Vector512.MaxNative(Vector512.Create(-1f), x));
}
