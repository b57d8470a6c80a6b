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
        // exp(x) = 2^n (1 + p); two factors, for 2^n alone overflows where exp(x) just does not.
        Vector512<float> p = ExpFraction(x, out Vector512<float> n);
        Vector512<float> first = Vector512.Floor(n * 0.5f);
        Vector512<float> power = PowerOfTwo(first);
        Vector512<float> result = MultiplyAdd(p, power, power) * PowerOfTwo(n - first);
        result = Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512.Create(88.8f)), Vector512.Create(float.PositiveInfinity), result);
        return Vector512.AndNot(result, Vector512.LessThan(x, Vector512.Create(LeastExponent)));
    }

    /// <summary>exp(x) for x up to 0, where one factor does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfNonPositive(Vector512<float> x)
    {
        Vector512<float> p = ExpFraction(x, out Vector512<float> n);
        Vector512<float> power = PowerOfTwo(n);
        return Vector512.AndNot(MultiplyAdd(p, power, power), Vector512.LessThan(x, Vector512.Create(LeastExponent)));
    }

    /// <summary>exp(x) - 1 for x up to 0, exact to the last bits near 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpMinusOneOfNonPositive(Vector512<float> x)
    {
        Vector512<float> p = ExpFraction(x, out Vector512<float> n);
        Vector512<float> power = PowerOfTwo(n);
        Vector512<float> minusOne = Vector512.Create(-1f);
        return Vector512.ConditionalSelect(
            Vector512.LessThan(x, Vector512.Create(LeastExponent)), minusOne, MultiplyAdd(p, power, power + minusOne));
    }

    /// <summary>exp(x) = 2^n (1 + p) with n the integer nearest to x / ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpFraction(Vector512<float> x, out Vector512<float> n)
    {
        // Adding 1.5 * 2^23 rounds to an integer. ln 2 in two parts, the first short enough for an exact product
        // (Cody and Waite, 1980).
        Vector512<float> rounder = Vector512.Create(12582912f);
        n = MultiplyAdd(x, Vector512.Create(1.44269504f), rounder) - rounder;
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

    /// <summary>2^n for whole n from -126 to 127.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<float> n) =>
        ((n + Vector512.Create(12582912f + 127f)).AsInt32() << 23).AsSingle();
}
