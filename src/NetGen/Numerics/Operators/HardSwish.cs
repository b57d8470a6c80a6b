using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x min(max(0, x + 3), 6) / 6. Howard et al., 2019.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwish(Vector512<float> x)
    {
        // Below -3 the other factor is 0; the maximum keeps minus infinity from making that NaN.
        Vector512<float> bounded = Vector512.MaxNative(Vector512.Create(-3f), x);
        return bounded * HardSigmoid(bounded);
    }
}
