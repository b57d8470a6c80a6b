using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    // Lane l of 16 sums the squares l, l + 16, l + 32, …; SumLanes adds the lanes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double SumOfSquaresVector512(ref float values, nuint count)
    {
        Span<double> sums = stackalloc double[16];
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<double> lower = Vector512<double>.Zero, upper = Vector512<double>.Zero;
            for (nuint i = (nuint)part; i < count; i += 16)
            {
                Vector512<float> value = Vector512.LoadUnsafe(ref values, i);
                Vector512<double> first = Vector512.WidenLower(value), second = Vector512.WidenUpper(value);
                lower += first * first;
                upper += second * second;
            }

            lower.StoreUnsafe(ref sums[part]);
            upper.StoreUnsafe(ref sums[part + Vector512<double>.Count]);
        }

        return SumLanes(ref sums[0]);
    }
}
