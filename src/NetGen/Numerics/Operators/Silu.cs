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
        // With a = |x|: max(0, x) - a t / (1 + t), t = exp(-a). From 88 on t is 0.
        Vector512<float> a = Vector512.MinNative(Vector512.Create(88f), Vector512.Abs(x));
        Vector512<float> t = ExpUpTo88(-a);
        return Relu(x) - (a * t / (t + Vector512.Create(1f)));
    }
}
