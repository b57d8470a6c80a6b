using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>exp(x); 0 below the normal floats.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // n is added to the exponent of 1 + p, for 2^n alone would overflow where exp(x) just does not.
        Vector512<float> p = ExpFraction(x, out Vector512<float> rounded);
        Vector512<int> mantissa = (p + Vector512.Create(1f)).AsInt32() - Vector512.Create(127 << 23);
        Vector512<float> result = (mantissa + (rounded.AsInt32() << 23)).AsSingle();

        // Too large a number times infinity is infinity, NaN stays NaN.
        Vector512<float> isFinite = Vector512.LessThanOrEqual(x, Vector512.Create(88.72283f));
        result = Vector512.ConditionalSelect(isFinite, result, x * Vector512.Create(float.PositiveInfinity));
        return Vector512.AndNot(result, Vector512.LessThan(x, Vector512.Create(LeastExponent)));
    }

    /// <summary>exp(x) for x up to 88, where 2^n does not overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpUpTo88(Vector512<float> x)
    {
        Vector512<float> p = ExpFraction(x, out Vector512<float> rounded);
        Vector512<float> power = (rounded.AsInt32() << 23).AsSingle();
        return Vector512.ConditionalSelect(
            Vector512.LessThan(x, Vector512.Create(LeastExponent)),
            Vector512<float>.Zero,
            MultiplyAdd(p, power, power));
    }

    /// <summary>exp(x) - 1 for x up to 0, exact to the last bits near 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpMinusOneOfNonPositive(Vector512<float> x)
    {
        Vector512<float> p = ExpFraction(x, out Vector512<float> rounded);
        Vector512<float> power = (rounded.AsInt32() << 23).AsSingle();
        Vector512<float> minusOne = Vector512.Create(-1f);
        return Vector512.ConditionalSelect(
            Vector512.LessThan(x, Vector512.Create(LeastExponent)), minusOne, MultiplyAdd(p, power, power + minusOne));
    }

    /// <summary>exp(x) = 2^n (1 + p) with n the integer nearest to x / ln 2, returned with the rounder added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpFraction(Vector512<float> x, out Vector512<float> rounded)
    {
        // ln 2 in two parts, the first short enough for an exact product (Cody and Waite, 1980).
        Vector512<float> rounder = Vector512.Create(ExponentRounder);
        rounded = MultiplyAdd(x, Vector512.Create(1.44269504f), rounder);
        Vector512<float> n = rounded - rounder;
        Vector512<float> r = MultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = MultiplyAdd(n, Vector512.Create(2.12194440E-4f), r);

        // exp(r) = 1 + r + r^2 P(r), P the minimax polynomial on [-ln 2 / 2, ln 2 / 2], error below 4E-9.
        Vector512<float> p = Vector512.Create(0.0013950488f);
        p = MultiplyAdd(p, r, Vector512.Create(0.00836889f));
        p = MultiplyAdd(p, r, Vector512.Create(0.041666206f));
        p = MultiplyAdd(p, r, Vector512.Create(0.16666518f));
        p = MultiplyAdd(p, r, Vector512.Create(0.5f));
        return MultiplyAdd(p * r, r, r);
    }
}
