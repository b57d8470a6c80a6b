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

    /// <summary>exp(x) = 2^n (1 + p) with n the integer nearest to x / ln 2, returned with the rounder added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpFraction(Vector512<float> x, out Vector512<float> rounded)
    {
        // ln 2 in two parts, the first short enough for an exact product (Cody and Waite, 1980).
        Vector512<float> rounder = Vector512.Create(PowerRounder);
        rounded = MultiplyAdd(x, Vector512.Create(1.44269504f), rounder);
        Vector512<float> n = rounded - rounder;
        Vector512<float> r = MultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = MultiplyAdd(n, Vector512.Create(2.12194440E-4f), r);

        Vector512<float> p = Vector512.Create(ExpP4);
        p = MultiplyAdd(p, r, Vector512.Create(ExpP3));
        p = MultiplyAdd(p, r, Vector512.Create(ExpP2));
        p = MultiplyAdd(p, r, Vector512.Create(ExpP1));
        p = MultiplyAdd(p, r, Vector512.Create(ExpP0));
        return MultiplyAdd(p * r, r, r);
    }
}
