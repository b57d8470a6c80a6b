using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>ELU with the scale and alpha that keep mean 0 and variance 1. Klambauer et al., 2017.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Selu(Vector512<float> x)
    {
        const float scale = 1.05070098f;
        const float scaledAlpha = 1.75809934f;
        Vector512<float> negative = ExpMinusOneOfNonPositive(Vector512.MinNative(Vector512<float>.Zero, x));
        return MultiplyAdd(negative, Vector512.Create(scaledAlpha), Relu(x) * scale);
    }
}
