using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>m (|d| - m / 2), m = min(|d|, delta), d the value less the target; its derivative is d, from -delta to delta.</summary>
internal readonly struct HuberVector512(float delta) : IElementLossVector512
{
    public static float Neutral => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Evaluate(
        Vector512<float> values, Vector512<float> targets, out Vector512<double> lower, out Vector512<double> upper)
    {
        Vector512<float> difference = values - targets;
        Vector512<float> magnitude = Vector512.Abs(difference);
        lower = Loss(Vector512.WidenLower(magnitude));
        upper = Loss(Vector512.WidenUpper(magnitude));
        return Vector512.MinNative(
            Vector512.Create(delta), Vector512.MaxNative(Vector512.Create(-delta), difference));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Loss(Vector512<double> magnitude)
    {
        Vector512<double> bounded = Vector512.MinNative(Vector512.Create((double)delta), magnitude);
        return bounded * (magnitude - (bounded * 0.5));
    }
}
