using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// Up to 16 values in one vector of 512 bits, two of 256 or four of 128. Where the count is a constant, the vectors
// beyond it cost nothing.
public static partial class VectorMath
{
    /// <summary>The softmax of the first lanes.</summary>
    /// <param name="x">The values.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    /// <returns>The probabilities; zero in the lanes beyond.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softmax(Vector512<float> x, int count)
    {
        x = MinusInfinityBeyond(x, count);
        Vector512<float> exponentials = ExpOfFirst(x - Vector512.Create(MaxLanes(x)), count);
        return KeepFirst(exponentials * Vector512.Create(1 / SumLanes(exponentials)), count);
    }

    /// <summary>The softmax of the first of 16 lanes, in place; zero in the lanes beyond.</summary>
    /// <param name="lower">The values 0 to 7.</param>
    /// <param name="upper">The values 8 to 15.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Softmax(ref Vector256<float> lower, ref Vector256<float> upper, int count)
    {
        Vector256<float> x0 = MinusInfinityBeyond(lower, count), x1 = MinusInfinityBeyond(upper, count - 8);
        Vector256<float> max = Vector256.Create(MaxLanes(Vector256.MaxNative(x0, x1)));
        x0 = ExpOfFirst(x0 - max, count);
        x1 = ExpOfFirst(x1 - max, count - 8);
        Vector256<float> scale = Vector256.Create(1 / SumLanes(x0, x1));
        lower = KeepFirst(x0 * scale, count);
        upper = KeepFirst(x1 * scale, count - 8);
    }

    /// <summary>The softmax of the first of 16 lanes, in place; zero in the lanes beyond.</summary>
    /// <param name="lanes0">The values 0 to 3.</param>
    /// <param name="lanes4">The values 4 to 7.</param>
    /// <param name="lanes8">The values 8 to 11.</param>
    /// <param name="lanes12">The values 12 to 15.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Softmax(
        ref Vector128<float> lanes0,
        ref Vector128<float> lanes4,
        ref Vector128<float> lanes8,
        ref Vector128<float> lanes12,
        int count)
    {
        Vector128<float> x0 = MinusInfinityBeyond(lanes0, count), x1 = MinusInfinityBeyond(lanes4, count - 4);
        Vector128<float> x2 = MinusInfinityBeyond(lanes8, count - 8), x3 = MinusInfinityBeyond(lanes12, count - 12);
        Vector128<float> max = Vector128.Create(MaxLanes(x0, x1, x2, x3));
        x0 = ExpOfFirst(x0 - max, count);
        x1 = ExpOfFirst(x1 - max, count - 4);
        x2 = ExpOfFirst(x2 - max, count - 8);
        x3 = ExpOfFirst(x3 - max, count - 12);
        Vector128<float> scale = Vector128.Create(1 / SumLanes(x0, x1, x2, x3));
        lanes0 = KeepFirst(x0 * scale, count);
        lanes4 = KeepFirst(x1 * scale, count - 4);
        lanes8 = KeepFirst(x2 * scale, count - 8);
        lanes12 = KeepFirst(x3 * scale, count - 12);
    }

    /// <summary>The logarithm of the softmax of the first lanes.</summary>
    /// <param name="x">The values.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    /// <returns>The logarithms of the probabilities; zero in the lanes beyond.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogSoftmax(Vector512<float> x, int count)
    {
        x = MinusInfinityBeyond(x, count);
        x -= Vector512.Create(MaxLanes(x));
        Vector512<float> others = SplitExp(x, count, out Vector512<float> maxima);
        return KeepFirst(x - Vector512.Create(LogOfSum(SumLanes(maxima), SumLanes(others))), count);
    }

    /// <summary>The logarithm of the softmax of the first of 16 lanes, in place; zero in the lanes beyond.</summary>
    /// <param name="lower">The values 0 to 7.</param>
    /// <param name="upper">The values 8 to 15.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LogSoftmax(ref Vector256<float> lower, ref Vector256<float> upper, int count)
    {
        Vector256<float> x0 = MinusInfinityBeyond(lower, count), x1 = MinusInfinityBeyond(upper, count - 8);
        Vector256<float> max = Vector256.Create(MaxLanes(Vector256.MaxNative(x0, x1)));
        x0 -= max;
        x1 -= max;
        Vector256<float> others0 = SplitExp(x0, count, out Vector256<float> maxima0);
        Vector256<float> others1 = SplitExp(x1, count - 8, out Vector256<float> maxima1);
        Vector256<float> log = Vector256.Create(LogOfSum(SumLanes(maxima0, maxima1), SumLanes(others0, others1)));
        lower = KeepFirst(x0 - log, count);
        upper = KeepFirst(x1 - log, count - 8);
    }

    /// <summary>The logarithm of the softmax of the first of 16 lanes, in place; zero in the lanes beyond.</summary>
    /// <param name="lanes0">The values 0 to 3.</param>
    /// <param name="lanes4">The values 4 to 7.</param>
    /// <param name="lanes8">The values 8 to 11.</param>
    /// <param name="lanes12">The values 12 to 15.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LogSoftmax(
        ref Vector128<float> lanes0,
        ref Vector128<float> lanes4,
        ref Vector128<float> lanes8,
        ref Vector128<float> lanes12,
        int count)
    {
        Vector128<float> x0 = MinusInfinityBeyond(lanes0, count), x1 = MinusInfinityBeyond(lanes4, count - 4);
        Vector128<float> x2 = MinusInfinityBeyond(lanes8, count - 8), x3 = MinusInfinityBeyond(lanes12, count - 12);
        Vector128<float> max = Vector128.Create(MaxLanes(x0, x1, x2, x3));
        x0 -= max;
        x1 -= max;
        x2 -= max;
        x3 -= max;
        Vector128<float> others0 = SplitExp(x0, count, out Vector128<float> maxima0);
        Vector128<float> others1 = SplitExp(x1, count - 4, out Vector128<float> maxima1);
        Vector128<float> others2 = SplitExp(x2, count - 8, out Vector128<float> maxima2);
        Vector128<float> others3 = SplitExp(x3, count - 12, out Vector128<float> maxima3);
        float maxima = SumLanes(maxima0, maxima1, maxima2, maxima3);
        Vector128<float> log = Vector128.Create(LogOfSum(maxima, SumLanes(others0, others1, others2, others3)));
        lanes0 = KeepFirst(x0 - log, count);
        lanes4 = KeepFirst(x1 - log, count - 4);
        lanes8 = KeepFirst(x2 - log, count - 8);
        lanes12 = KeepFirst(x3 - log, count - 12);
    }

    private static float LogOfSum(float maxima, float others) =>
        LogOfSum(Vector128.Create(maxima), Vector128.Create(others)).ToScalar();
}
