using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x / (1 + |x|).</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softsign(Vector512<float> x)
    {
        // The largest float in place of infinity, whose quotient would be NaN.
        Vector512<float> bounded = Vector512.MaxNative(
            Vector512.Create(float.MinValue), Vector512.MinNative(Vector512.Create(float.MaxValue), x));
        return bounded / (Vector512.Abs(bounded) + Vector512.Create(1f));
    }
}
