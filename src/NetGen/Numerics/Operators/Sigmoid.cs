using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 / (1 + exp(-x)).</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> t = ExpUpTo88(-Vector512.Abs(x));
        Vector512<float> one = Vector512.Create(1f);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), one, t) / (t + one);
    }
}
