using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>A loss that is a sum of a function of each value and its target.</summary>
internal interface IElementLossVector512
{
    /// <summary>Stands for a value where there is none: with the target 0 its loss and gradient are 0.</summary>
    static abstract float Neutral { get; }

    /// <summary>The losses, those of the lower half of the lanes and those of the upper.</summary>
    /// <returns>Their gradients by the values.</returns>
    Vector512<float> Evaluate(
        Vector512<float> values, Vector512<float> targets, out Vector512<double> lower, out Vector512<double> upper);
}

public static partial class VectorMath
{
    // Lane l of 16 sums the losses l, l + 16, l + 32, …; SumLanes adds the lanes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ElementLossVector512<TLoss>(
        TLoss loss,
        ref float values,
        ref float gradients,
        int stride,
        int outputs,
        ReadOnlySpan<float> targets,
        float scale,
        Span<double> losses)
        where TLoss : struct, IElementLossVector512
    {
        // The targets have no padding: of a last block that is not whole, a copy has.
        Span<float> last = stackalloc float[16];
        Span<double> sums = stackalloc double[16];
        int whole = outputs & ~15;
        Vector512<float> neutral = Vector512.Create(TLoss.Neutral), scales = Vector512.Create(scale);
        for (int row = 0; targets.Length >= outputs; row++)
        {
            targets[whole..outputs].CopyTo(last);
            for (int part = 0; part < 16; part += Vector512<float>.Count)
            {
                Vector512<double> lower = Vector512<double>.Zero, upper = Vector512<double>.Zero;
                for (int i = part; i < stride; i += 16)
                {
                    Vector512<float> target = i < whole ? Vector512.Create(targets[i..])
                        : i < outputs ? Vector512.Create<float>(last[part..])
                        : Vector512<float>.Zero;
                    Vector512<float> value = KeepFirstOr(Vector512.LoadUnsafe(ref values, (nuint)i), outputs - i, neutral);
                    Vector512<float> gradient = loss.Evaluate(
                        value, target, out Vector512<double> lowerLosses, out Vector512<double> upperLosses);
                    WithoutTiny(gradient * scales).StoreUnsafe(ref gradients, (nuint)i);
                    lower += lowerLosses;
                    upper += upperLosses;
                }

                lower.StoreUnsafe(ref sums[part]);
                upper.StoreUnsafe(ref sums[part + Vector512<double>.Count]);
            }

            losses[row] = SumLanes(ref sums[0]);
            targets = targets[outputs..];
            values = ref Unsafe.Add(ref values, stride);
            gradients = ref Unsafe.Add(ref gradients, stride);
        }
    }

    /// <summary>
    /// Zero in place of magnitudes below 2^-96, which no sum of gradients shows: the products of such numbers on the way back
    /// would be subnormal, which is slow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> WithoutTiny(Vector512<float> x) =>
        Vector512.AndNot(x, Vector512.LessThan(Vector512.Abs(x), Vector512.Create(1.262177E-29f)));
}
