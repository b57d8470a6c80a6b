using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Φ(x) + x φ(x), Φ the normal distribution function, φ its density: GELU's derivative. Hendrycks and Gimpel, 2016.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluDerivative(Vector512<float> x, Vector512<float> y)
    {
        // The bound keeps infinity from being multiplied by 0. φ(x) = exp(-x² / 2) / sqrt(2 π) is 0 from 13.3 on.
        Vector512<float> bound = Vector512.Create(14f);
        Vector512<float> bounded = Vector512.MinNative(bound, Vector512.MaxNative(-bound, x));
        Vector512<float> exponent = Vector512.MaxNative(Vector512.Create(LeastExponent), bounded * bounded * -0.5f);
        Vector512<float> term = bounded * 0.3989423f;
        Vector512<float> isTail = Vector512.LessThan(x, Vector512.Create(-NormalLimit));
        return MultiplyAdd(term, BoundedExp(exponent), Vector512.AndNot(NormalDistribution(x), isTail));
    }
}
