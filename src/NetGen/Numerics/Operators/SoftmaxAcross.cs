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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MaxAcrossVector512(ref float values, int count, nuint stride)
    {
        Vector512<float> max = Vector512.LoadUnsafe(ref values);
        for (int i = 1; i < count; i++)
        {
            max = Vector512.MaxNative(max, Vector512.LoadUnsafe(ref values, (nuint)i * stride));
        }

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
