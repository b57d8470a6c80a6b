using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>w + x (1 - w²) sigmoid(x), w = tanh(log(1 + exp(x))): Mish's derivative. Misra, 2019.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MishDerivative(Vector512<float> x, Vector512<float> y)
    {
        // With e = exp(x), n = e² + 2e: w = n / (n + 2), 1 - w² = 4 (1 + e)² / (n + 2)², sigmoid(x) = e / (1 + e).
        // The bounds are those of Mish; x e comes first, for e may be near the least normal float.
        Vector512<float> bounded = Vector512.MinNative(
            Vector512.Create(20f), Vector512.MaxNative(Vector512.Create(LeastExponent), x));
        Vector512<float> e = BoundedExp(bounded);
        Vector512<float> n = MultiplyAdd(e, e, e + e);
        Vector512<float> one = Vector512.Create(1f);
        Vector512<float> reciprocal = one / (n + Vector512.Create(2f));
        Vector512<float> first = bounded * 4f * e * reciprocal;
        Vector512<float> second = (e + one) * reciprocal;
        return MultiplyAdd(first, second, n * reciprocal);
    }
}
