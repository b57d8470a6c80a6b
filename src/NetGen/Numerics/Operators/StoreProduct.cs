using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Multiplies stored values by a vector.</summary>
    /// <param name="factor">The vector.</param>
    /// <param name="values">The values are there, from an index on.</param>
    /// <param name="index">That index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreProduct(Vector512<float> factor, ref float values, nuint index) =>
        (factor * Vector512.LoadUnsafe(ref values, index)).StoreUnsafe(ref values, index);
}
