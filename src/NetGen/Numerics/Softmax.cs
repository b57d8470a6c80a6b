using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

// exp(x - max) / sum of exp(x - max). Lane l of 16 sums the values l, l + 16, l + 32, … of whole sixteens. Lane l of the
// last 16 values is added to it where it is beyond those. Then SumLanes adds the lanes. So a row gives the same bits in a
// register and in memory, at any width.
public static partial class VectorMath
{
    /// <summary>The softmax of the first lanes.</summary>
    /// <param name="x">The values.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    /// <returns>The probabilities; zero in the lanes beyond.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softmax(Vector512<float> x, int count)
    {
        Vector512<float> isValue = IsInFirst(count);
        x = MinusInfinityUnless(isValue, x);
        Vector512<float> exponentials = ExpUpTo88(x - Vector512.Create(MaxLanes(x)));
        return exponentials * Vector512.Create(1 / SumLanes(exponentials)) & isValue;
    }

    /// <summary>The logarithm of the softmax of the first lanes.</summary>
    /// <param name="x">The values.</param>
    /// <param name="count">The number of values, from 1 to 16.</param>
    /// <returns>The logarithms of the probabilities; zero in the lanes beyond.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogSoftmax(Vector512<float> x, int count)
    {
        Vector512<float> isValue = IsInFirst(count);
        x = MinusInfinityUnless(isValue, x);
        x -= Vector512.Create(MaxLanes(x));
        Vector512<float> exponentials = ExpUpTo88(x);
        Vector512<float> isMax = Vector512.Equals(x, Vector512<float>.Zero);
        float maxima = SumLanes(exponentials & isMax);
        return x - Vector512.Create(LogOfSum(maxima, SumLanes(Vector512.AndNot(exponentials, isMax)))) & isValue;
    }

    /// <summary>Replaces values by their softmax.</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values, 1 or more.</param>
    public static void SoftmaxInPlace(ref float values, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            SoftmaxByVector512(ref values, count);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            SoftmaxByVector256(ref values, count);
        }
        else
        {
            SoftmaxByVector128(ref values, count);
        }
    }

    /// <summary>Replaces values by the logarithm of their softmax.</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values, 1 or more.</param>
    public static void LogSoftmaxInPlace(ref float values, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            LogSoftmaxByVector512(ref values, count);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            LogSoftmaxByVector256(ref values, count);
        }
        else
        {
            LogSoftmaxByVector128(ref values, count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> IsInFirst(int count) => count == Vector512<float>.Count
        ? Vector512<float>.AllBitsSet
        : Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MinusInfinityUnless(Vector512<float> isValue, Vector512<float> x) =>
        Vector512.ConditionalSelect(isValue, x, Vector512.Create(float.NegativeInfinity));

    /// <summary>
    /// log(maxima + others), of the exponentials that are 1 and those that are less. What rounding takes from the sum
    /// is given back, for where one value is far above all others the logarithm is near 0.
    /// </summary>
    private static float LogOfSum(float maxima, float others)
    {
        float sum = maxima + others;
        float lost = (maxima - sum) + others;
        return Log(Vector128.Create(sum)).ToScalar() + (lost / sum);
    }
}
