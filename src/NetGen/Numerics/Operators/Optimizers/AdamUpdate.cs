using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AdamUpdateVector512(
        in AdamStep step, ref float parameters, ref float gradients, ref float first, ref float second, nuint count)
    {
        Vector512<float> scale = Vector512.Create(step.GradientScale), decay = Vector512.Create(step.GradientDecay);
        Vector512<float> beta1 = Vector512.Create(step.Beta1), beta2 = Vector512.Create(step.Beta2);
        Vector512<float> rest1 = Vector512.Create(1 - step.Beta1), rest2 = Vector512.Create(1 - step.Beta2);
        Vector512<float> correction = Vector512.Create(step.RootCorrection), epsilon = Vector512.Create(step.Epsilon);
        Vector512<float> kept = Vector512.Create(step.Kept), size = Vector512.Create(-step.Size);
        for (nuint i = 0; i < count; i += (nuint)Vector512<float>.Count)
        {
            Vector512<float> parameter = Vector512.LoadUnsafe(ref parameters, i);
            Vector512<float> gradient = MultiplyAdd(parameter, decay, Vector512.LoadUnsafe(ref gradients, i) * scale);
            Vector512<float> squared = Vector512.AndNot(
                gradient, Vector512.LessThan(Vector512.Abs(gradient), Vector512.Create(LeastSquared)));
            Vector512<float> mean = WithoutSubnormals(
                MultiplyAdd(Vector512.LoadUnsafe(ref first, i), beta1, gradient * rest1));
            Vector512<float> variance = WithoutSubnormals(
                MultiplyAdd(Vector512.LoadUnsafe(ref second, i), beta2, squared * squared * rest2));
            mean.StoreUnsafe(ref first, i);
            variance.StoreUnsafe(ref second, i);
            Vector512<float> root = MultiplyAdd(Vector512.Sqrt(variance), correction, epsilon);
            MultiplyAdd(mean / root, size, parameter * kept).StoreUnsafe(ref parameters, i);
        }
    }

    /// <summary>Zero in place of subnormal numbers, in which a mean of zeros would end: they are slow to compute with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> WithoutSubnormals(Vector512<float> x) =>
        Vector512.AndNot(x, Vector512.LessThan(Vector512.Abs(x), Vector512.Create(LeastNormal)));
}
