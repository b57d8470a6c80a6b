using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>log(1 + exp(x)).</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x)
    {
        // max(0, x) + log(1 + t), t = exp(-|x|); log(1 + t) = t P(t), P minimax on [0, 1], error below 4E-8.
        Vector512<float> t = ExpUpTo88(-Vector512.Abs(x));
        Vector512<float> p = Vector512.Create(-0.0064526265f);
        p = MultiplyAdd(p, t, Vector512.Create(0.036084577f));
        p = MultiplyAdd(p, t, Vector512.Create(-0.09532259f));
        p = MultiplyAdd(p, t, Vector512.Create(0.16764793f));
        p = MultiplyAdd(p, t, Vector512.Create(-0.24073079f));
        p = MultiplyAdd(p, t, Vector512.Create(0.33179826f));
        p = MultiplyAdd(p, t, Vector512.Create(-0.49987406f));
        p = MultiplyAdd(p, t, Vector512.Create(0.9999964f));
        return MultiplyAdd(p, t, Relu(x));
    }
}
