using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>exp(x) for x up to 88, for softmax: 1.2E-7 of the value exact near 0, and 1.4E-8 |x| more far from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpUpTo88(Vector512<float> x)
    {
        x = Vector512.MaxNative(Vector512.Create(LeastExponent), x);
        Vector512<float> r = BoundedReduction(x, HalfPowerRounder, out Vector512<float> halfPower);

        // 2 exp(r) is from 1.4 to 2.9: where half of 2^n is normal, the product is.
        Vector512<float> square = r * r;
        Vector512<float> p = MultiplyAdd(Vector512.Create(2 * ExpP3), r, Vector512.Create(2 * ExpP2));
        p = MultiplyAdd(Vector512.Create(2 * ExpP4), square, p);
        p = MultiplyAdd(p, square, MultiplyAdd(Vector512.Create(2 * ExpP1), r, Vector512.Create(2 * ExpP0)));
        p = MultiplyAdd(p, square, MultiplyAdd(Vector512.Create(2f), r, Vector512.Create(2f)));
        return p * halfPower;
    }

    /// <summary>
    /// exp(x) for x from <see cref="LeastExponent"/>, where it is 0, to 88: 1.9E-7 of the value exact near 0. That is enough
    /// where the result adds to 1 before a division.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> BoundedExp(Vector512<float> x)
    {
        Vector512<float> r = BoundedReduction(x, HalfPowerRounder, out Vector512<float> halfPower);

        // 2 exp(r) minimax on [-ln 2 / 2, ln 2 / 2] with 2 at 0, error below 2.2E-7.
        Vector512<float> square = r * r;
        Vector512<float> p = MultiplyAdd(Vector512.Create(0.01658061f), r, Vector512.Create(0.08379604f));
        p = MultiplyAdd(p, square, MultiplyAdd(Vector512.Create(0.33335343f), r, Vector512.Create(0.999983f)));
        p = MultiplyAdd(p, square, MultiplyAdd(Vector512.Create(1.9999994f), r, Vector512.Create(2f)));
        return p * halfPower;
    }

    /// <summary>exp(x) - 1 for x up to 0, exact to the last bits near 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpMinusOneOfNonPositive(Vector512<float> x)
    {
        x = Vector512.MaxNative(Vector512.Create(LeastExponent), x);
        Vector512<float> r = BoundedReduction(x, PowerRounder, out Vector512<float> power);
        Vector512<float> square = r * r;
        Vector512<float> p = MultiplyAdd(Vector512.Create(ExpP3), r, Vector512.Create(ExpP2));
        p = MultiplyAdd(Vector512.Create(ExpP4), square, p);
        p = MultiplyAdd(p, square, MultiplyAdd(Vector512.Create(ExpP1), r, Vector512.Create(ExpP0)));
        p = MultiplyAdd(p, square, r);
        return MultiplyAdd(p, power, power - Vector512.Create(1f));
    }

    /// <summary>x - n ln 2, n the nearest integer to x / ln 2, and a power of two from n by the rounder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> BoundedReduction(Vector512<float> x, float rounder, out Vector512<float> power)
    {
        Vector512<float> rounded = MultiplyAdd(x, Vector512.Create(1.44269504f), Vector512.Create(rounder));
        Vector512<float> n = rounded - Vector512.Create(rounder);
        power = (rounded.AsInt32() << 23).AsSingle();
        return MultiplyAdd(n, Vector512.Create(-0.6931472f), x);
    }
}
