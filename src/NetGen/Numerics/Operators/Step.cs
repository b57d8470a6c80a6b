using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 where x >= 0, else 0; NaN for NaN. Rosenblatt, 1958.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Step(Vector512<float> x)
    {
        Vector512<float> step = Vector512.GreaterThanOrEqual(x, Vector512<float>.Zero) & Vector512.Create(1f);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), step, x);
    }
}
