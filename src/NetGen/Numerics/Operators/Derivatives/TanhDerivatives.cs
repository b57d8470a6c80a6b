using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 - y²: the hyperbolic tangent's derivative.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TanhDerivative(Vector512<float> x, Vector512<float> y) =>
        MultiplyAdd(-y, y, Vector512.Create(1f));

    /// <summary>(1 - |y|)², which is 1 / (1 + |x|)²: softsign's derivative.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SoftsignDerivative(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> difference = Vector512.Create(1f) - Vector512.Abs(y);
        return difference * difference;
    }
}
