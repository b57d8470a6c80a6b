using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// A count may be less than 1, for a vector beyond the values, or more than the vector has.
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MinusInfinityBeyond(Vector512<float> x, int count) =>
        KeepFirstOr(x, count, Vector512.Create(float.NegativeInfinity));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> KeepFirstOr(Vector512<float> x, int count, Vector512<float> beyond) =>
        count >= Vector512<float>.Count ? x
            : count <= 0 ? beyond
            : Vector512.ConditionalSelect(IsInFirst(Vector512<int>.Indices, count), x, beyond);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> KeepFirst(Vector512<float> x, int count) =>
        count >= Vector512<float>.Count ? x
            : count <= 0 ? Vector512<float>.Zero
            : x & IsInFirst(Vector512<int>.Indices, count);

    /// <summary>exp(x) of the first lanes; beyond them x is minus infinity, or NaN where no value is finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfFirst(Vector512<float> x, int count) =>
        count <= 0 ? Vector512<float>.Zero : ExpUpTo88(x);

    /// <summary>exp(x) of the first lanes: those that are 1, which belong to the maximum, apart from the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SplitExp(Vector512<float> x, int count, out Vector512<float> maxima)
    {
        Vector512<float> exponentials = ExpOfFirst(x, count);
        Vector512<float> isMax = Vector512.Equals(x, Vector512<float>.Zero);
        maxima = exponentials & isMax;
        return Vector512.AndNot(exponentials, isMax);
    }

    /// <summary>
    /// log(maxima + others), of the exponentials that are 1 and those that are less. What rounding takes from the sum
    /// is given back, for where one value is far above all others the logarithm is near 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfSum(Vector512<float> maxima, Vector512<float> others)
    {
        Vector512<float> sum = maxima + others;
        Vector512<float> lost = (maxima - sum) + others;
        return Log(sum) + (lost / sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> IsInFirst(Vector512<int> indices, int count) =>
        Vector512.LessThan(indices, Vector512.Create(count)).AsSingle();
}
