using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// Samples side by side: a lane holds all values of one sample, one in each vector. The exponentials are added in the
// order of a row: each of its 16 lanes first, then the lanes as SumLanes does.
public static partial class VectorMath
{
    /// <summary>Replaces each lane's values by their softmax, with the bits of <see cref="SoftmaxInPlace"/>.</summary>
    /// <param name="values">The first vector.</param>
    /// <param name="count">The number of vectors, 1 or more: of the values of a sample.</param>
    /// <param name="stride">The distance from vector to vector in floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftmaxAcrossVector512(ref float values, int count, nuint stride)
    {
        if (count > 16)
        {
            LongSoftmaxAcrossVector512(ref values, count, stride);
            return;
        }

        Vector512<float> max = MaxAcrossVector512(ref values, count, stride);
        Vector512<float> e0 = ExpAt(ref values, 0, count, stride, max);
        Vector512<float> e1 = ExpAt(ref values, 1, count, stride, max);
        Vector512<float> e2 = ExpAt(ref values, 2, count, stride, max);
        Vector512<float> e3 = ExpAt(ref values, 3, count, stride, max);
        Vector512<float> e4 = ExpAt(ref values, 4, count, stride, max);
        Vector512<float> e5 = ExpAt(ref values, 5, count, stride, max);
        Vector512<float> e6 = ExpAt(ref values, 6, count, stride, max);
        Vector512<float> e7 = ExpAt(ref values, 7, count, stride, max);
        Vector512<float> e8 = ExpAt(ref values, 8, count, stride, max);
        Vector512<float> e9 = ExpAt(ref values, 9, count, stride, max);
        Vector512<float> e10 = ExpAt(ref values, 10, count, stride, max);
        Vector512<float> e11 = ExpAt(ref values, 11, count, stride, max);
        Vector512<float> e12 = ExpAt(ref values, 12, count, stride, max);
        Vector512<float> e13 = ExpAt(ref values, 13, count, stride, max);
        Vector512<float> e14 = ExpAt(ref values, 14, count, stride, max);
        Vector512<float> e15 = ExpAt(ref values, 15, count, stride, max);

        Vector512<float> sum = (((e0 + e8) + (e4 + e12)) + ((e2 + e10) + (e6 + e14)))
            + (((e1 + e9) + (e5 + e13)) + ((e3 + e11) + (e7 + e15)));
        Vector512<float> scale = Vector512.Create(1f) / sum;
        StoreAt(e0 * scale, ref values, 0, count, stride);
        StoreAt(e1 * scale, ref values, 1, count, stride);
        StoreAt(e2 * scale, ref values, 2, count, stride);
        StoreAt(e3 * scale, ref values, 3, count, stride);
        StoreAt(e4 * scale, ref values, 4, count, stride);
        StoreAt(e5 * scale, ref values, 5, count, stride);
        StoreAt(e6 * scale, ref values, 6, count, stride);
        StoreAt(e7 * scale, ref values, 7, count, stride);
        StoreAt(e8 * scale, ref values, 8, count, stride);
        StoreAt(e9 * scale, ref values, 9, count, stride);
        StoreAt(e10 * scale, ref values, 10, count, stride);
        StoreAt(e11 * scale, ref values, 11, count, stride);
        StoreAt(e12 * scale, ref values, 12, count, stride);
        StoreAt(e13 * scale, ref values, 13, count, stride);
        StoreAt(e14 * scale, ref values, 14, count, stride);
        StoreAt(e15 * scale, ref values, 15, count, stride);
    }

    /// <summary>
    /// Replaces each lane's values by the logarithm of their softmax, with the bits of <see cref="LogSoftmaxInPlace"/>.
    /// </summary>
    /// <inheritdoc cref="SoftmaxAcrossVector512"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogSoftmaxAcrossVector512(ref float values, int count, nuint stride)
    {
        Vector512<float> max = MaxAcrossVector512(ref values, count, stride);
        Vector512<float> maxima = Vector512<float>.Zero, nextMaxima = Vector512<float>.Zero;
        Vector512<float> others = Vector512<float>.Zero, nextOthers = Vector512<float>.Zero;
        for (int lane = 0; lane < 4; lane++)
        {
            Vector512<float> four = (SplitExpLane(ref values, count, stride, lane, max, out Vector512<float> maxima0)
                + SplitExpLane(ref values, count, stride, lane + 8, max, out Vector512<float> maxima8))
                + (SplitExpLane(ref values, count, stride, lane + 4, max, out Vector512<float> maxima4)
                + SplitExpLane(ref values, count, stride, lane + 12, max, out Vector512<float> maxima12));
            (others, nextOthers) = (nextOthers, others + four);
            (maxima, nextMaxima) = (nextMaxima, maxima + ((maxima0 + maxima8) + (maxima4 + maxima12)));
        }

        Vector512<float> log = LogOfSum(maxima + nextMaxima, others + nextOthers);
        for (int i = 0; i < count; i++)
        {
            ref float value = ref Unsafe.Add(ref values, (nuint)i * stride);
            (Vector512.LoadUnsafe(ref value) - max - log).StoreUnsafe(ref value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LongSoftmaxAcrossVector512(ref float values, int count, nuint stride)
    {
        Vector512<float> max = MaxAcrossVector512(ref values, count, stride);
        Vector512<float> sum = Vector512<float>.Zero, nextSum = Vector512<float>.Zero;
        for (int lane = 0; lane < 4; lane++)
        {
            // Lanes 0 and 2 are added, 1 and 3, then both.
            Vector512<float> four = (ExpLane(ref values, count, stride, lane, max)
                + ExpLane(ref values, count, stride, lane + 8, max))
                + (ExpLane(ref values, count, stride, lane + 4, max)
                + ExpLane(ref values, count, stride, lane + 12, max));
            (sum, nextSum) = (nextSum, sum + four);
        }

        Vector512<float> scale = Vector512.Create(1f) / (sum + nextSum);
        for (int i = 0; i < count; i++)
        {
            ref float value = ref Unsafe.Add(ref values, (nuint)i * stride);
            (Vector512.LoadUnsafe(ref value) * scale).StoreUnsafe(ref value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpAt(ref float values, int i, int count, nuint stride, Vector512<float> max) => i < count
        ? ExpUpTo88(Vector512.LoadUnsafe(ref values, (nuint)i * stride) - max)
        : Vector512<float>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreAt(Vector512<float> x, ref float values, int i, int count, nuint stride)
    {
        if (i < count)
        {
            x.StoreUnsafe(ref values, (nuint)i * stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MaxAcrossVector512(ref float values, int count, nuint stride)
    {
        // Two chains, which end with the last two values.
        ref float last = ref Unsafe.Add(ref values, (nuint)(count - 1) * stride);
        Vector512<float> max = Vector512.LoadUnsafe(ref values), other = Vector512.LoadUnsafe(ref last);
        for (int i = 1; i + 1 < count; i += 2)
        {
            values = ref Unsafe.Add(ref values, stride);
            max = Vector512.MaxNative(max, Vector512.LoadUnsafe(ref values));
            values = ref Unsafe.Add(ref values, stride);
            other = Vector512.MaxNative(other, Vector512.LoadUnsafe(ref values));
        }

        max = Vector512.MaxNative(max, other);
        return max;
    }

    /// <summary>Replaces the values that belong to one of the 16 lanes of a row by exp(x - max), and sums them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpLane(ref float values, int count, nuint stride, int lane, Vector512<float> max)
    {
        Vector512<float> sum = Vector512<float>.Zero;
        for (int i = lane; i < count; i = NextOfLane(count, lane, i))
        {
            ref float value = ref Unsafe.Add(ref values, (nuint)i * stride);
            Vector512<float> exponentials = ExpUpTo88(Vector512.LoadUnsafe(ref value) - max);
            exponentials.StoreUnsafe(ref value);
            sum += exponentials;
        }

        return sum;
    }

    /// <summary>The two sums of exp(x - max) of the values that belong to a lane; the values stay.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SplitExpLane(
        ref float values, int count, nuint stride, int lane, Vector512<float> max, out Vector512<float> maxima)
    {
        Vector512<float> sum = Vector512<float>.Zero, sumOfMaxima = Vector512<float>.Zero;
        for (int i = lane; i < count; i = NextOfLane(count, lane, i))
        {
            Vector512<float> x = Vector512.LoadUnsafe(ref values, (nuint)i * stride) - max;
            sum += SplitExp(x, Vector512<float>.Count, out Vector512<float> one);
            sumOfMaxima += one;
        }

        maxima = sumOfMaxima;
        return sum;
    }
}
