using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// Rows in memory. The last 16 values, some of which the sixteens before them have too, are kept aside from the start, for
// they would be overwritten; they are stored last.
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SoftmaxByVector512(ref float values, int count)
    {
        if (count < 16)
        {
            Span<float> row = stackalloc float[16];
            CopyShortRowVector512(ref values, count, row);
            SoftmaxByVector512(ref row[0], row.Length);
            row[..count].CopyTo(MemoryMarshal.CreateSpan(ref values, count));
            return;
        }

        Span<float> last = stackalloc float[16], sums = stackalloc float[16];
        int whole = (count - 1) & ~15;
        int repeated = whole - (count - 16);
        Vector512<float> max = CopyLastVector512(ref values, count, last);
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = part; i < whole; i += 16)
            {
                Vector512<float> exponentials = ExpUpTo88(Vector512.LoadUnsafe(ref values, (nuint)i) - max);
                exponentials.StoreUnsafe(ref values, (nuint)i);
                sum += exponentials;
            }

            Vector512<float> lastExponentials = ExpUpTo88(Vector512.LoadUnsafe(ref last[part]) - max);
            lastExponentials.StoreUnsafe(ref last[part]);
            sum += ClearFirst(lastExponentials, repeated - part);
            sum.StoreUnsafe(ref sums[part]);
        }

        Vector512<float> scale = Vector512.Create(1 / SumLanes(ref sums[0]));
        for (int i = 0; i < whole; i += Vector512<float>.Count)
        {
            (Vector512.LoadUnsafe(ref values, (nuint)i) * scale).StoreUnsafe(ref values, (nuint)i);
        }

        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            (Vector512.LoadUnsafe(ref last[part]) * scale).StoreUnsafe(ref values, (nuint)(count - 16 + part));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void LogSoftmaxByVector512(ref float values, int count)
    {
        if (count < 16)
        {
            Span<float> row = stackalloc float[16];
            CopyShortRowVector512(ref values, count, row);
            LogSoftmaxByVector512(ref row[0], row.Length);
            row[..count].CopyTo(MemoryMarshal.CreateSpan(ref values, count));
            return;
        }

        Span<float> last = stackalloc float[16], maxima = stackalloc float[16], others = stackalloc float[16];
        int whole = (count - 1) & ~15;
        int repeated = whole - (count - 16);
        Vector512<float> max = CopyLastVector512(ref values, count, last);
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<float> sumOfMaxima = Vector512<float>.Zero, sumOfOthers = Vector512<float>.Zero;
            for (int i = part; i < whole + 16; i += 16)
            {
                bool isLast = i >= whole;
                ref float source = ref isLast ? ref last[part] : ref Unsafe.Add(ref values, i);
                Vector512<float> x = Vector512.LoadUnsafe(ref source) - max;
                Vector512<float> exponentials = ClearFirst(ExpUpTo88(x), isLast ? repeated - part : 0);
                Vector512<float> isMax = Vector512.Equals(x, Vector512<float>.Zero);
                sumOfMaxima += exponentials & isMax;
                sumOfOthers += Vector512.AndNot(exponentials, isMax);
            }

            sumOfMaxima.StoreUnsafe(ref maxima[part]);
            sumOfOthers.StoreUnsafe(ref others[part]);
        }

        Vector512<float> log = Vector512.Create(LogOfSum(SumLanes(ref maxima[0]), SumLanes(ref others[0])));
        for (int i = 0; i < whole; i += Vector512<float>.Count)
        {
            (Vector512.LoadUnsafe(ref values, (nuint)i) - max - log).StoreUnsafe(ref values, (nuint)i);
        }

        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            (Vector512.LoadUnsafe(ref last[part]) - max - log).StoreUnsafe(ref values, (nuint)(count - 16 + part));
        }
    }

    /// <summary>Copies fewer than 16 values to 16 lanes, minus infinity in the others: its exponential is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyShortRowVector512(ref float values, int count, Span<float> row)
    {
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512.Create(float.NegativeInfinity).StoreUnsafe(ref row[part]);
        }

        MemoryMarshal.CreateReadOnlySpan(ref values, count).CopyTo(row);
    }

    /// <summary>Copies the last 16 values, and gives the largest value of the row in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> CopyLastVector512(ref float values, int count, Span<float> last)
    {
        Vector512<float> max = Vector512.LoadUnsafe(ref values);
        for (int i = Vector512<float>.Count; i < count - 16; i += Vector512<float>.Count)
        {
            max = Vector512.MaxNative(max, Vector512.LoadUnsafe(ref values, (nuint)i));
        }

        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<float> x = Vector512.LoadUnsafe(ref values, (nuint)(count - 16 + part));
            x.StoreUnsafe(ref last[part]);
            max = Vector512.MaxNative(max, x);
        }

        return Vector512.Create(MaxLanes(max));
    }
}
