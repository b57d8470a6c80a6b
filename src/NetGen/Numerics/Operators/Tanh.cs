using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // tanh a = -q / (2 + q), q = exp(-2a) - 1, has no cancellation near 0; then the sign of x.
        Vector512<float> q = ExpMinusOneOfNonPositive(Vector512.Abs(x) * -2f);
        Vector512<float> tanh = q / (q + Vector512.Create(2f));
        return Vector512.ConditionalSelect(Vector512.Create(-0f), x, tanh);
    }
}
