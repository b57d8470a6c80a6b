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
        // max(0, x) + log(1 + t), t = exp(-|x|); log(1 + t) = t P(t), P minimax on [0, 1], error below 2E-8.
        Vector512<float> t = BoundedExp(Vector512.MaxNative(Vector512.Create(LeastExponent), x | Vector512.Create(-0f)));
        Vector512<float> p = Vector512.Create(0.003930547f);
        p = MultiplyAdd(p, t, Vector512.Create(-0.023855884f));
        p = MultiplyAdd(p, t, Vector512.Create(0.06808554f));
        p = MultiplyAdd(p, t, Vector512.Create(-0.12690978f));
        p = MultiplyAdd(p, t, Vector512.Create(0.18569872f));
        p = MultiplyAdd(p, t, Vector512.Create(-0.24672706f));
        p = MultiplyAdd(p, t, Vector512.Create(0.3328967f));
        p = MultiplyAdd(p, t, Vector512.Create(-0.49997094f));
        p = MultiplyAdd(p, t, Vector512.Create(0.99999934f));
        return MultiplyAdd(p, t, Relu(x));
    }
}
