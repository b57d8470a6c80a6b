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
        // With a = |x|, t = exp(-a): tanh(log(1 + exp(x))) is n / (n + 2) with n = t² + 2t below zero; above, it is
        // 1 - 2t² / (1 + 2t + 2t²). From 88 on t is 0.
        Vector512<float> a = Vector512.MinNative(Vector512.Create(88f), Vector512.Abs(x));
        Vector512<float> t = ExpOfNonPositive(-a);
        Vector512<float> two = Vector512.Create(2f);
        Vector512<float> isPositive = Vector512.GreaterThan(x, Vector512<float>.Zero);
        Vector512<float> square = Vector512.ConditionalSelect(isPositive, t * two, t) * t;
        Vector512<float> numerator = Vector512.ConditionalSelect(isPositive, square, MultiplyAdd(t, two, square));
        Vector512<float> rest = Vector512.ConditionalSelect(isPositive, MultiplyAdd(t, two, Vector512.Create(1f)), two);
        return Relu(x) - (a * numerator / (numerator + rest));
    }
}
