using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 where x > 0, else alpha exp(x), which is y + alpha: ELU's derivative. Clevert et al., 2015.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <param name="alpha">Minus the activation's limit.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> EluDerivative(Vector512<float> x, Vector512<float> y, float alpha) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512<float>.Zero), Vector512.Create(1f), y + Vector512.Create(alpha));

    /// <summary>The scale where x > 0, else y + scale alpha: SELU's derivative. Klambauer et al., 2017.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SeluDerivative(Vector512<float> x, Vector512<float> y)
    {
        const float scale = 1.05070098f;
        const float scaledAlpha = 1.75809934f;
        return Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512<float>.Zero), Vector512.Create(scale), y + Vector512.Create(scaledAlpha));
    }
}
