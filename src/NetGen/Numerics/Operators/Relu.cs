using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>max(0, x).</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> x) =>
        // x64's maximum gives its second operand where one is NaN or both are zero; Arm64's has other signs of zero.
        AdvSimd.IsSupported
            ? Vector512.AndNot(x, Vector512.LessThan(x, Vector512<float>.Zero))
            : Vector512.MaxNative(Vector512<float>.Zero, x);
}
