using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
        float scale = 1 / SumOfExponentialsVector512(ref values, whole, rest, max, store: true);
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
        float log = LogOf(SumOfExponentialsVector512(ref values, whole, rest, max, store: false));
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
            max = Vector512.Max(max, Vector512.Create(rest[part..]));
        }

        for (int i = 0; i < whole; i += Vector512<float>.Count)
        {
            max = Vector512.Max(max, Vector512.LoadUnsafe(ref values, (nuint)i));
        }

        float largest = max.ToScalar();
        for (int lane = 1; lane < Vector512<float>.Count; lane++)
        {
            largest = MathF.Max(largest, max.GetElement(lane));
        }

        return Vector512.Create(largest);
    }

    /// <summary>The sum of exp(x - max), each stored in place of x where asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumOfExponentialsVector512(
        ref float values, int whole, Span<float> rest, Vector512<float> max, bool store)
    {
        Span<float> lanes = stackalloc float[16];
        for (int part = 0; part < lanes.Length; part += Vector512<float>.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = part; i < whole; i += lanes.Length)
            {
                Vector512<float> exponentials = ExpOfNonPositive(Vector512.LoadUnsafe(ref values, (nuint)i) - max);
                sum += exponentials;
                if (store)
                {
                    exponentials.StoreUnsafe(ref values, (nuint)i);
                }
            }

            ref float start = ref MemoryMarshal.GetReference(rest);
            Vector512<float> last = ExpOfNonPositive(Vector512.LoadUnsafe(ref start, (nuint)part) - max);
            sum += last;
            if (store)
            {
                last.StoreUnsafe(ref start, (nuint)part);
            }

            sum.StoreUnsafe(ref MemoryMarshal.GetReference(lanes), (nuint)part);
        }

        return SumLanes(lanes);
    }
}
