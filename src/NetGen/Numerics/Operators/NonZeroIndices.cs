using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Collects the indices of values that are not zero, NaN among them, in ascending order.</summary>
    /// <param name="values">The values.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="first">The first index, below <paramref name="step"/>.</param>
    /// <param name="step">The step from there on: 1, 2, 4 or 8. Other values are passed over.</param>
    /// <param name="indices">Memory for the indices, 32 bits each.</param>
    /// <param name="start">Where in it the first one goes.</param>
    /// <param name="takesAll">Whether zeros are collected too.</param>
    /// <returns>Where the next one would go.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static nuint NonZeroIndicesVector512(
        ref float values, int count, int first, int step, ref float indices, nuint start, bool takesAll)
    {
        // One bit for each value of a vector that the step meets; all steps divide the vector.
        ulong steps = (step == 1 ? ulong.MaxValue : step == 2 ? 0x5555 : step == 4 ? 0x1111u : 0x0101) << first;
        ref int next = ref Unsafe.As<float, int>(ref Unsafe.Add(ref indices, start));
        int i = 0;
        if (step <= Vector512<float>.Count)
        {
            for (; i + Vector512<float>.Count <= count; i += Vector512<float>.Count)
            {
                Vector512<float> isZero = Vector512.Equals(Vector512.LoadUnsafe(ref values, (nuint)i), Vector512<float>.Zero);
                ulong left = (takesAll ? ulong.MaxValue >> (64 - Vector512<float>.Count) : (~isZero).ExtractMostSignificantBits()) & steps;
                for (; left != 0; left &= left - 1)
                {
                    next = i + BitOperations.TrailingZeroCount(left);
                    next = ref Unsafe.Add(ref next, 1);
                    start++;
                }
            }
        }

        for (; i < count; i++)
        {
            if (i % step == first && (takesAll || Unsafe.Add(ref values, i) != 0))
            {
                next = i;
                next = ref Unsafe.Add(ref next, 1);
                start++;
            }
        }

        return start;
    }
}
