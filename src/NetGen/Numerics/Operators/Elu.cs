using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x where x > 0, else alpha (exp(x) - 1). Clevert et al., 2015.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Elu(Vector512<float> x, float alpha)
    {
        // One of the two parts is 0.
        Vector512<float> negative = ExpMinusOneOfNonPositive(Vector512.MinNative(Vector512<float>.Zero, x));
        return MultiplyAdd(negative, Vector512.Create(alpha), Relu(x));
    }
}
