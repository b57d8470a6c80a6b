using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// With the logits z, their maximum m and the label l, the loss is log(sum of exp(z - m)) + (1 - s) (m - z of l) + s times the
// mean of m - z, s the label smoothing (Szegedy et al., 2016). Its gradient is the softmax, less (1 - s) at l and s / outputs
// everywhere. The order of sums is softmax's.
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void CrossEntropyVector512(
        float labelSmoothing,
        ref float values,
        ref float gradients,
        int stride,
        int outputs,
        ReadOnlySpan<int> targets,
        float scale,
        Span<double> losses)
    {
        float ofLabel = (1 - labelSmoothing) * scale;
        Vector512<float> ofAll = Vector512.Create(labelSmoothing / outputs * -scale);
        for (int row = 0; row < targets.Length; row++)
        {
            float max = MaxOfRowVector512(ref values, outputs);
            float sum = ExpOfRow(ref values, ref gradients, stride, outputs, Vector512.Create(max), out float logOfSum);
            Vector512<float> factor = Vector512.Create(scale / sum);
            for (int i = 0; i < stride; i += Vector512<float>.Count)
            {
                Vector512<float> gradient = MultiplyAdd(Vector512.LoadUnsafe(ref gradients, (nuint)i), factor, ofAll);
                KeepFirst(WithoutTiny(gradient), outputs - i).StoreUnsafe(ref gradients, (nuint)i);
            }

            int label = targets[row];
            MemoryMarshal.CreateSpan(ref gradients, outputs)[label] -= ofLabel;
            double loss = logOfSum + ((1 - labelSmoothing) * ((double)max - Unsafe.Add(ref values, label)));
            if (labelSmoothing > 0)
            {
                loss += labelSmoothing * (SumBelow(ref values, outputs, Vector512.Create((double)max)) / outputs);
            }

            losses[row] = loss;
            values = ref Unsafe.Add(ref values, stride);
            gradients = ref Unsafe.Add(ref gradients, stride);
        }
    }

    /// <summary>The largest value; with NaN among them any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float MaxOfRowVector512(ref float values, int outputs)
    {
        Vector512<float> max = MinusInfinityBeyond(Vector512.LoadUnsafe(ref values), outputs);
        for (int i = Vector512<float>.Count; i < outputs; i += Vector512<float>.Count)
        {
            max = Vector512.MaxNative(max, MinusInfinityBeyond(Vector512.LoadUnsafe(ref values, (nuint)i), outputs - i));
        }

        return MaxLanes(max);
    }

    /// <summary>Stores exp(value - max), 0 beyond the outputs, and gives the sum and its logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float ExpOfRow(
        ref float values, ref float exponentials, int stride, int outputs, Vector512<float> max, out float logOfSum)
    {
        Span<float> maxima = stackalloc float[16], others = stackalloc float[16];
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<float> sumOfMaxima = Vector512<float>.Zero, sumOfOthers = Vector512<float>.Zero;
            for (int i = part; i < stride; i += 16)
            {
                Vector512<float> x = MinusInfinityBeyond(Vector512.LoadUnsafe(ref values, (nuint)i), outputs - i) - max;
                Vector512<float> other = SplitExp(x, outputs - i, out Vector512<float> one);
                (one + other).StoreUnsafe(ref exponentials, (nuint)i);
                sumOfMaxima += one;
                sumOfOthers += other;
            }

            sumOfMaxima.StoreUnsafe(ref maxima[part]);
            sumOfOthers.StoreUnsafe(ref others[part]);
        }

        float sumOfOnes = SumLanes(ref maxima[0]), sumOfSmaller = SumLanes(ref others[0]);
        logOfSum = LogOfSum(sumOfOnes, sumOfSmaller);
        return sumOfOnes + sumOfSmaller;
    }

    /// <summary>The sum of max - value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumBelow(ref float values, int outputs, Vector512<double> max)
    {
        Span<double> sums = stackalloc double[16];
        for (int part = 0; part < 16; part += Vector512<float>.Count)
        {
            Vector512<double> lower = Vector512<double>.Zero, upper = Vector512<double>.Zero;
            Vector512<float> beyond = Vector512.Narrow(max, max);
            for (int i = part; i < outputs; i += 16)
            {
                Vector512<float> value = KeepFirstOr(Vector512.LoadUnsafe(ref values, (nuint)i), outputs - i, beyond);
                lower += max - Vector512.WidenLower(value);
                upper += max - Vector512.WidenUpper(value);
            }

            lower.StoreUnsafe(ref sums[part]);
            upper.StoreUnsafe(ref sums[part + Vector512<double>.Count]);
        }

        return SumLanes(ref sums[0]);
    }
}
