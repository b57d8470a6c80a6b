using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x tanh(log(1 + exp(x))). Misra, 2019.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mish(Vector512<float> x)
    {
        // tanh(log(1 + e)) = n / (n + 2) with e = exp(x), n = e² + 2e. From 20 on that is 1, and at the least exponent
        // it is 0: the maximum keeps it from being multiplied by minus infinity.
        Vector512<float> bounded = Vector512.MaxNative(Vector512.Create(LeastExponent), x);
        Vector512<float> e = BoundedExp(Vector512.MinNative(Vector512.Create(20f), bounded));
        Vector512<float> n = MultiplyAdd(e, e, e + e);
        return bounded * (n / (n + Vector512.Create(2f)));
    }
}
