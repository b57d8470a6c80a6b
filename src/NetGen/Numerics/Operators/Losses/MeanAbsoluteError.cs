using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>|d|, d the value less the target; its derivative is the sign, 0 at 0.</summary>
internal readonly struct MeanAbsoluteErrorVector512 : IElementLossVector512
{
    public static float Neutral => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Evaluate(
        Vector512<float> values, Vector512<float> targets, out Vector512<double> lower, out Vector512<double> upper)
    {
        Vector512<float> difference = values - targets;
        Vector512<float> magnitude = Vector512.Abs(difference);
        lower = Vector512.WidenLower(magnitude);
        upper = Vector512.WidenUpper(magnitude);
        Vector512<float> sign = Vector512.Create(1f) | (difference & Vector512.Create(-0f));
        return Vector512.AndNot(sign, Vector512.Equals(difference, Vector512<float>.Zero));
    }
}
