using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>y (1 - y): the sigmoid's derivative.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SigmoidDerivative(Vector512<float> x, Vector512<float> y) =>
        y * (Vector512.Create(1f) - y);

    /// <summary>sigmoid(x): softplus' derivative.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SoftplusDerivative(Vector512<float> x, Vector512<float> y) => Sigmoid(x);

    /// <summary>s + x s (1 - s), s = sigmoid(x): SiLU's derivative. Elfwing et al., 2017.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SiluDerivative(Vector512<float> x, Vector512<float> y)
    {
        // From the bound on s is 0 or 1; it keeps infinity from being multiplied by 0.
        Vector512<float> bound = Vector512.Create(-LeastExponent);
        Vector512<float> bounded = Vector512.MinNative(bound, Vector512.MaxNative(-bound, x));
        Vector512<float> sigmoid = SigmoidAndSlope(bounded, out Vector512<float> slope);
        return MultiplyAdd(bounded, slope, sigmoid);
    }

    /// <summary>s + x s (1 - s) u', s = sigmoid(u), u = 2 sqrt(2/π) (x + 0.044715 x³): the derivative of GELU's approximation.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluTanhDerivative(Vector512<float> x, Vector512<float> y)
    {
        // At the bounds s is 0 or 1.
        Vector512<float> bound = Vector512.Create(10.1f);
        Vector512<float> bounded = Vector512.MinNative(bound, Vector512.MaxNative(-bound, x));
        Vector512<float> square = bounded * bounded;
        Vector512<float> linear = Vector512.Create(1.59576912f);
        Vector512<float> u = MultiplyAdd(square, Vector512.Create(0.0713548163f), linear) * bounded;
        Vector512<float> slopeOfU = MultiplyAdd(square, Vector512.Create(3 * 0.0713548163f), linear);
        Vector512<float> sigmoid = SigmoidAndSlope(u, out Vector512<float> slope);
        return MultiplyAdd(bounded * slopeOfU, slope, sigmoid);
    }

    /// <summary>sigmoid(x) and its derivative e / (1 + e)², e = exp(-|x|): no difference of nearly equal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SigmoidAndSlope(Vector512<float> x, out Vector512<float> slope)
    {
        Vector512<float> one = Vector512.Create(1f);
        Vector512<float> e = BoundedExp(Vector512.MaxNative(Vector512.Create(LeastExponent), x | Vector512.Create(-0f)));
        Vector512<float> upper = one / (e + one);
        Vector512<float> lower = e * upper;
        slope = lower * upper;
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), lower, upper);
    }
}
