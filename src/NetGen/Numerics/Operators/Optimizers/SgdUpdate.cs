using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SgdUpdateVector512(in SgdStep step, ref float parameters, ref float gradients, nuint count)
    {
        Vector512<float> scale = Vector512.Create(step.GradientScale), decay = Vector512.Create(step.GradientDecay);
        Vector512<float> size = Vector512.Create(-step.LearningRate);
        for (nuint i = 0; i < count; i += (nuint)Vector512<float>.Count)
        {
            Vector512<float> parameter = Vector512.LoadUnsafe(ref parameters, i);
            Vector512<float> gradient = MultiplyAdd(parameter, decay, Vector512.LoadUnsafe(ref gradients, i) * scale);
            MultiplyAdd(gradient, size, parameter).StoreUnsafe(ref parameters, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void MomentumUpdateVector512(
        in SgdStep step, ref float parameters, ref float gradients, ref float momenta, nuint count)
    {
        Vector512<float> scale = Vector512.Create(step.GradientScale), decay = Vector512.Create(step.GradientDecay);
        Vector512<float> size = Vector512.Create(-step.LearningRate), momentum = Vector512.Create(step.Momentum);
        for (nuint i = 0; i < count; i += (nuint)Vector512<float>.Count)
        {
            Vector512<float> parameter = Vector512.LoadUnsafe(ref parameters, i);
            Vector512<float> gradient = MultiplyAdd(parameter, decay, Vector512.LoadUnsafe(ref gradients, i) * scale);
            Vector512<float> sum = WithoutSubnormals(MultiplyAdd(Vector512.LoadUnsafe(ref momenta, i), momentum, gradient));
            sum.StoreUnsafe(ref momenta, i);
            Vector512<float> direction = step.Nesterov ? MultiplyAdd(sum, momentum, gradient) : sum;
            MultiplyAdd(direction, size, parameter).StoreUnsafe(ref parameters, i);
        }
    }
}
