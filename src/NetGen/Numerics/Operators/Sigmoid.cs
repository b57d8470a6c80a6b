using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 / (1 + exp(-x)).</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) =>
        SigmoidFrom(Vector512.MaxNative(Vector512.Create(LeastExponent), x));

    /// <summary>1 / (1 + exp(-x)) for x from <see cref="LeastExponent"/> on, where it is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> SigmoidFrom(Vector512<float> x)
    {
        // From 17 on it is 1 in float32, far before exp(x) overflows.
        Vector512<float> e = BoundedExp(Vector512.MinNative(Vector512.Create(80f), x));
        return e / (e + Vector512.Create(1f));
    }
}
