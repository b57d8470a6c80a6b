using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

// exp(x - max) / sum of exp(x - max). Lane l of 16 sums the values l, l + 16, l + 32, … of whole sixteens. Lane l of
// the last 16 values is added to it where it is beyond those. Then SumLanes adds the lanes. So a row gives the same
// bits in registers, in memory and with its values in the same lane of many vectors, at any width.
public static partial class VectorMath
{
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

    /// <summary>The value that a lane adds after value i; the count where i is its last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NextOfLane(int count, int lane, int i)
    {
        int whole = (count - 1) & ~15;
        if (i + 16 < whole)
        {
            return i + 16;
        }

        int last = count - 16 + lane;
        return i < whole && last >= whole ? last : count;
    }
}
