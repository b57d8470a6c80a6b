using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>
    /// Sums 16 lanes in one order for all widths: lane l + lane (l + 8), of these l + (l + 4), then + 2, + 1.
    /// </summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumLanes(Vector512<float> x) => SumLanes(x.GetLower() + x.GetUpper());

    /// <summary>Sums 16 lanes, as <see cref="SumLanes(Vector512{float})"/>.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumLanes(Vector256<float> lower, Vector256<float> upper) => SumLanes(lower + upper);

    /// <summary>Sums 16 lanes, as <see cref="SumLanes(Vector512{float})"/>.</summary>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float SumLanes(Vector128<float> x0, Vector128<float> x1, Vector128<float> x2, Vector128<float> x3) =>
        SumLanes((x0 + x2) + (x1 + x3));

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
    private static float SumLanes(Vector256<float> x) => SumLanes(x.GetLower() + x.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumLanes(Vector128<float> x)
    {
        x += Vector128.Shuffle(x, Vector128.Create(2, 3, 0, 1));
        return (x + Vector128.Shuffle(x, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <summary>The sum of 16 lanes in memory, as <see cref="SumLanes(Vector512{float})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumLanes(ref readonly float lanes) => SumLanes(
        Vector128.LoadUnsafe(in lanes),
        Vector128.LoadUnsafe(in lanes, 4),
        Vector128.LoadUnsafe(in lanes, 8),
        Vector128.LoadUnsafe(in lanes, 12));

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
