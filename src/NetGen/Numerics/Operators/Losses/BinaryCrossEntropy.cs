using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>max(0, z) - z t + log(1 + exp(-|z|)) of a logit z; by z its derivative is sigmoid(z) - t.</summary>
internal readonly struct BinaryCrossEntropyVector512 : IElementLossVector512
{
    // Where exp(z) is 0.
    public static float Neutral => VectorMath.LeastExponent;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Evaluate(
        Vector512<float> values, Vector512<float> targets, out Vector512<double> lower, out Vector512<double> upper)
    {
        Vector512<float> log = VectorMath.Softplus(values | Vector512.Create(-0f));
        lower = Sum(Vector512.WidenLower(values), Vector512.WidenLower(targets), Vector512.WidenLower(log));
        upper = Sum(Vector512.WidenUpper(values), Vector512.WidenUpper(targets), Vector512.WidenUpper(log));
        return VectorMath.Sigmoid(values) - targets;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Sum(Vector512<double> z, Vector512<double> target, Vector512<double> log) =>
        Vector512.MaxNative(Vector512<double>.Zero, z) - (z * target) + log;
}
