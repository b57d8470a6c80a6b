using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x (1 + tanh(sqrt(2/π) (x + 0.044715 x³))) / 2, the approximation of GELU that GPT-2 uses.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> GeluTanh(Vector512<float> x)
    {
        // With u the tanh's argument and a = |x|: max(0, x) - a t / (1 + t), t = exp(-2 u(a)). From 10.1 on t is 0.
        Vector512<float> a = Vector512.MinNative(Vector512.Create(10.1f), Vector512.Abs(x));
        Vector512<float> cubic = MultiplyAdd(a * a, Vector512.Create(-0.0713548163f), Vector512.Create(-1.59576912f));
        Vector512<float> t = ExpUpTo88(cubic * a);
        return Relu(x) - (a * t / (t + Vector512.Create(1f)));
    }
}
