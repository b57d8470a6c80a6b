using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// Lane l of 16 sums the terms l, l + 16, l + 32, …; SumLanes adds the lanes.
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SoftmaxGradientByVector512(ref float values, ref float gradients, int count)
    {
        Span<float> sums = stackalloc float[16];
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = part; i < count; i += 16)
            {
                Vector512<float> gradient = KeepFirst(Vector512.LoadUnsafe(ref gradients, (nuint)i), count - i);
                sum = MultiplyAdd(Vector512.LoadUnsafe(ref values, (nuint)i), gradient, sum);
            }

            sum.StoreUnsafe(ref sums[part]);
        }

        Vector512<float> total = Vector512.Create(SumLanes(ref sums[0]));
        for (int i = 0; i < count + (-count & 15); i += Vector512<float>.Count)
        {
            Vector512<float> difference = Vector512.LoadUnsafe(ref gradients, (nuint)i) - total;
            Vector512<float> gradient = WithoutTiny(Vector512.LoadUnsafe(ref values, (nuint)i) * difference);
            KeepFirst(gradient, count - i).StoreUnsafe(ref gradients, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void LogSoftmaxGradientByVector512(ref float values, ref float gradients, int count)
    {
        Span<float> sums = stackalloc float[16];
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int i = part; i < count; i += 16)
            {
                sum += KeepFirst(Vector512.LoadUnsafe(ref gradients, (nuint)i), count - i);
            }

            sum.StoreUnsafe(ref sums[part]);
        }

        Vector512<float> total = Vector512.Create(-SumLanes(ref sums[0]));
        for (int i = 0; i < count + (-count & 15); i += Vector512<float>.Count)
        {
            Vector512<float> probability = ExpUpTo88(KeepFirst(Vector512.LoadUnsafe(ref values, (nuint)i), count - i));
            Vector512<float> gradient = MultiplyAdd(probability, total, Vector512.LoadUnsafe(ref gradients, (nuint)i));
            KeepFirst(WithoutTiny(gradient), count - i).StoreUnsafe(ref gradients, (nuint)i);
        }
    }
}
