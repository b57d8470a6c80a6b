using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>
    /// Adds the halves of 16 lanes, in one order for all widths: lane l + lane (l + 8); of these in turn, for fewer lanes,
    /// l + (l + 4), then + 2, then + 1.
    /// </summary>
    /// <returns>The sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FoldTo8(Vector512<float> x) => x.GetLower() + x.GetUpper();

    /// <summary>Adds the halves, as <see cref="FoldTo8(Vector512{float})"/>.</summary>
    /// <returns>The sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FoldTo8(Vector256<float> lower, Vector256<float> upper) => lower + upper;

    /// <summary>Sums each fourth lane, as <see cref="FoldTo8(Vector512{float})"/> goes on.</summary>
    /// <returns>The sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo4(Vector512<float> x) => FoldTo4(FoldTo8(x));

    /// <inheritdoc cref="FoldTo4(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo4(Vector256<float> lower, Vector256<float> upper) => FoldTo4(lower + upper);

    /// <inheritdoc cref="FoldTo4(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo4(Vector128<float> x0, Vector128<float> x1, Vector128<float> x2, Vector128<float> x3) =>
        (x0 + x2) + (x1 + x3);

    /// <summary>Sums each second lane, as <see cref="FoldTo8(Vector512{float})"/> goes on.</summary>
    /// <returns>The sums in the first two lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo2(Vector512<float> x) => AddUpperHalf(FoldTo4(x));

    /// <inheritdoc cref="FoldTo2(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo2(Vector256<float> lower, Vector256<float> upper) => AddUpperHalf(FoldTo4(lower, upper));

    /// <inheritdoc cref="FoldTo2(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo2(Vector128<float> x0, Vector128<float> x1, Vector128<float> x2, Vector128<float> x3) =>
        AddUpperHalf(FoldTo4(x0, x1, x2, x3));

    /// <summary>Sums all lanes, as <see cref="FoldTo8(Vector512{float})"/> goes on.</summary>
    /// <returns>The sum in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo1(Vector512<float> x) => AddNeighbours(FoldTo2(x));

    /// <inheritdoc cref="FoldTo1(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo1(Vector256<float> lower, Vector256<float> upper) => AddNeighbours(FoldTo2(lower, upper));

    /// <inheritdoc cref="FoldTo1(Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> FoldTo1(Vector128<float> x0, Vector128<float> x1, Vector128<float> x2, Vector128<float> x3) =>
        AddNeighbours(FoldTo2(x0, x1, x2, x3));

    /// <summary>The index of the largest value: the lowest of equal ones, the first NaN if there is one.</summary>
    /// <param name="values">One value at least.</param>
    /// <returns>The index.</returns>
    public static int IndexOfMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length && !float.IsNaN(values[best]); i++)
        {
            // Also true where values[i] is NaN.
            if (!(values[i] <= values[best]))
            {
                best = i;
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FoldTo4(Vector256<float> x) => x.GetLower() + x.GetUpper();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> AddUpperHalf(Vector128<float> x) => x + Vector128.Shuffle(x, Vector128.Create(2, 3, 0, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> AddNeighbours(Vector128<float> x) => x + Vector128.Shuffle(x, Vector128.Create(1, 0, 3, 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumLanes(Vector512<float> x) => FoldTo1(x).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumLanes(Vector256<float> lower, Vector256<float> upper) => FoldTo1(lower, upper).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumLanes(Vector128<float> x0, Vector128<float> x1, Vector128<float> x2, Vector128<float> x3) =>
        FoldTo1(x0, x1, x2, x3).ToScalar();

    /// <summary>The sum of 16 lanes in memory, as <see cref="FoldTo1(Vector512{float})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumLanes(ref readonly float lanes) => FoldTo1(
        Vector128.LoadUnsafe(in lanes),
        Vector128.LoadUnsafe(in lanes, 4),
        Vector128.LoadUnsafe(in lanes, 8),
        Vector128.LoadUnsafe(in lanes, 12)).ToScalar();

    /// <summary>The sum of 16 lanes in memory, as <see cref="FoldTo1(Vector512{float})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumLanes(ref readonly double lanes)
    {
        Vector128<double> even = SumOfEachFourth(in lanes);
        Vector128<double> odd = SumOfEachFourth(in Unsafe.Add(ref Unsafe.AsRef(in lanes), 2));
        Vector128<double> sums = even + odd;
        return sums[0] + sums[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> SumOfEachFourth(ref readonly double lanes) =>
        (Vector128.LoadUnsafe(in lanes) + Vector128.LoadUnsafe(in lanes, 8))
        + (Vector128.LoadUnsafe(in lanes, 4) + Vector128.LoadUnsafe(in lanes, 12));

    /// <summary>The largest lane. Of two zeros either, with NaN any: softmax gives the same for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float MaxLanes(Vector512<float> x) => MaxLanes(Vector256.MaxNative(x.GetLower(), x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float MaxLanes(Vector256<float> x) => MaxLanes(Vector128.MaxNative(x.GetLower(), x.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float MaxLanes(Vector128<float> x0, Vector128<float> x1, Vector128<float> x2, Vector128<float> x3) =>
        MaxLanes(Vector128.MaxNative(Vector128.MaxNative(x0, x2), Vector128.MaxNative(x1, x3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float MaxLanes(Vector128<float> x)
    {
        x = Vector128.MaxNative(x, Vector128.Shuffle(x, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(x, Vector128.Shuffle(x, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
