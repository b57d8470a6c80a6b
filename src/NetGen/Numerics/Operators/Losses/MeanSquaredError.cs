using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>d², d the value less the target.</summary>
internal readonly struct MeanSquaredErrorVector512 : IElementLossVector512
{
    public static float Neutral => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Evaluate(
        Vector512<float> values, Vector512<float> targets, out Vector512<double> lower, out Vector512<double> upper)
    {
        Vector512<float> difference = values - targets;
        lower = Vector512.WidenLower(difference);
        upper = Vector512.WidenUpper(difference);
        lower *= lower;
        upper *= upper;
        return difference + difference;
    }
}
