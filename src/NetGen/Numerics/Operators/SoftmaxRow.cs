using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SoftmaxByVector512(ref float values, int count)
    {
        // The rest of a row, fewer than 16 values, is moved to 16 lanes whose others give exp(-infinity) = 0.
        Span<float> rest = stackalloc float[16];
        int whole = MoveRest(ref values, count, rest);
        Vector512<float> max = MaxOfRowVector512(ref values, whole, rest);
        float scale = 1 / StoreExponentialsVector512(ref values, whole, rest, max);
        for (int i = 0; i < whole; i += Vector512<float>.Count)
        {
            (Vector512.LoadUnsafe(ref values, (nuint)i) * scale).StoreUnsafe(ref values, (nuint)i);
        }

        for (int i = 0; i < count - whole; i++)
        {
            Unsafe.Add(ref values, whole + i) = rest[i] * scale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void LogSoftmaxByVector512(ref float values, int count)
    {
        Span<float> rest = stackalloc float[16];
        int whole = MoveRest(ref values, count, rest);
        Vector512<float> max = MaxOfRowVector512(ref values, whole, rest);
        float log = LogOfSumVector512(ref values, whole, rest, max);
        for (int i = 0; i < whole; i += Vector512<float>.Count)
        {
            (Vector512.LoadUnsafe(ref values, (nuint)i) - max - Vector512.Create(log)).StoreUnsafe(ref values, (nuint)i);
        }

        for (int i = 0; i < count - whole; i++)
        {
            Unsafe.Add(ref values, whole + i) = rest[i] - max.ToScalar() - log;
        }
    }

    /// <summary>The largest value of a row, in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> MaxOfRowVector512(ref float values, int whole, ReadOnlySpan<float> rest)
    {
        Vector512<float> max = Vector512.Create(rest);
        for (int part = Vector512<float>.Count; part < rest.Length; part += Vector512<float>.Count)
        {
            max = Vector512.MaxNative(max, Vector512.Create(rest[part..]));
        }

        for (int i = 0; i < whole; i += Vector512<float>.Count)
        {
            max = Vector512.MaxNative(max, Vector512.LoadUnsafe(ref values, (nuint)i));
        }

        Span<float> lanes = stackalloc float[Vector512<float>.Count];
        max.CopyTo(lanes);
        return Vector512.Create(MaxLanes(lanes));
    }

    /// <summary>Replaces each x by exp(x - max) and gives their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float StoreExponentialsVector512(ref float values, int whole, Span<float> rest, Vector512<float> max)
    {
        Span<float> sums = stackalloc float[16];
        for (int part = 0; part < sums.Length; part += Vector512<float>.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = part; i < whole; i += sums.Length)
            {
                Vector512<float> exponentials = ExpOfNonPositive(Vector512.LoadUnsafe(ref values, (nuint)i) - max);
                exponentials.StoreUnsafe(ref values, (nuint)i);
                sum += exponentials;
            }

            Vector512<float> last = ExpOfNonPositive(Vector512.Create<float>(rest[part..]) - max);
            last.CopyTo(rest[part..]);
            (sum + last).CopyTo(sums[part..]);
        }

        return SumLanes(sums);
    }

    /// <summary>The logarithm of the sum of exp(x - max).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float LogOfSumVector512(ref float values, int whole, ReadOnlySpan<float> rest, Vector512<float> max)
    {
        Span<float> maxima = stackalloc float[16], others = stackalloc float[16];
        for (int part = 0; part < maxima.Length; part += Vector512<float>.Count)
        {
            Vector512<float> sumOfMaxima = Vector512<float>.Zero, sumOfOthers = Vector512<float>.Zero;
            for (int i = part; i <= whole + part; i += maxima.Length)
            {
                Vector512<float> x = i < whole ? Vector512.LoadUnsafe(ref values, (nuint)i) : Vector512.Create(rest[part..]);
                x -= max;
                Vector512<float> exponentials = ExpOfNonPositive(x);
                Vector512<float> isMax = Vector512.Equals(x, Vector512<float>.Zero);
                sumOfMaxima += exponentials & isMax;
                sumOfOthers += Vector512.AndNot(exponentials, isMax);
            }

            sumOfMaxima.CopyTo(maxima[part..]);
            sumOfOthers.CopyTo(others[part..]);
        }

        return LogOfSum(SumLanes(maxima), SumLanes(others));
    }
}
