using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>The numbers of one step of <see cref="Adam"/> or <see cref="AdamW"/>.</summary>
/// <param name="GradientScale">What gradients are multiplied by.</param>
/// <param name="GradientDecay">What is added to them, times the parameter.</param>
/// <param name="Kept">What a parameter is multiplied by.</param>
/// <param name="Beta1">The part of the mean gradient that is kept.</param>
/// <param name="Beta2">The part of the mean squared gradient that is kept.</param>
/// <param name="Epsilon">What is added to the root of the latter.</param>
/// <param name="Size">The learning rate, with the correction of the mean gradient's bias towards 0.</param>
/// <param name="RootCorrection">The correction of the root's.</param>
internal readonly record struct AdamStep(
    float GradientScale,
    float GradientDecay,
    float Kept,
    float Beta1,
    float Beta2,
    float Epsilon,
    float Size,
    float RootCorrection)
{
    public static AdamStep Of(
        long step, float learningRate, float gradientScale, float gradientDecay, float kept, float beta1, float beta2, float epsilon) =>
        new(
            gradientScale,
            gradientDecay,
            kept,
            beta1,
            beta2,
            epsilon,
            (float)(learningRate / (1 - Arithmetic.Power(beta1, step))),
            (float)(1 / Math.Sqrt(1 - Arithmetic.Power(beta2, step))));

    public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second)
    {
        ref float p = ref MemoryMarshal.GetReference(parameters), g = ref MemoryMarshal.GetReference(gradients);
        ref float m = ref MemoryMarshal.GetReference(first), v = ref MemoryMarshal.GetReference(second);
        nuint count = (nuint)parameters.Length;
        if (Vector512.IsHardwareAccelerated)
        {
            VectorMath.AdamUpdateVector512(in this, ref p, ref g, ref m, ref v, count);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            VectorMath.AdamUpdateVector256(in this, ref p, ref g, ref m, ref v, count);
        }
        else
        {
            VectorMath.AdamUpdateVector128(in this, ref p, ref g, ref m, ref v, count);
        }
    }
}
