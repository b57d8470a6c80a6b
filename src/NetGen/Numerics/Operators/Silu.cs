using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x sigmoid(x).</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Silu(Vector512<float> x)
    {
        // The bound keeps minus infinity from being multiplied by 0.
        Vector512<float> bounded = Vector512.MaxNative(Vector512.Create(LeastExponent), x);
        return bounded * SigmoidFrom(bounded);
    }
}
