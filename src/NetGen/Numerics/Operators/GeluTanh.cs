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
        // With u the tanh's argument: x sigmoid(2 u). At -10.1 the sigmoid is 0.
        Vector512<float> bounded = Vector512.MaxNative(Vector512.Create(-10.1f), x);
        Vector512<float> cubic = MultiplyAdd(
            bounded * bounded, Vector512.Create(0.0713548163f), Vector512.Create(1.59576912f));
        return bounded * Sigmoid(cubic * bounded);
    }
}
