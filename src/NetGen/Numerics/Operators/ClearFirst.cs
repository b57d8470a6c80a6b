using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Sets the first lanes to zero.</summary>
    /// <param name="x">The vector.</param>
    /// <param name="count">The number of lanes to clear.</param>
    /// <returns>The vector with zeros in its first lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ClearFirst(Vector512<float> x, int count) =>
        x & Vector512.GreaterThanOrEqual(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();
}
