using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>
/// Vector mathematics for generated code. Only operations whose result IEEE 754 fixes are used, so that all widths, x64 and
/// Arm64 give the same bits: no library transcendentals, no estimates, no sums of unspecified order.
/// </summary>
/// <remarks>
/// The functions in <c>Operators/</c> are written for 512 bits; the build prints them for 256 and 128 bits too.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    // Below exp(-87.3) the result would not be a normal float, and those are slow to compute with: from there on it is 0.
    private const float LeastExponent = -87.3f;

    /// <summary>x y + z, rounded once where the CPU has the instruction; elsewhere a product, then a sum.</summary>
    /// <returns>The sum in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
        Avx512F.IsSupported ? Vector512.FusedMultiplyAdd(x, y, z) : (x * y) + z;

    /// <inheritdoc cref="MultiplyAdd(Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
        Fma.IsSupported ? Vector256.FusedMultiplyAdd(x, y, z) : (x * y) + z;

    /// <inheritdoc cref="MultiplyAdd(Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) =>
        Fma.IsSupported || AdvSimd.IsSupported ? Vector128.FusedMultiplyAdd(x, y, z) : (x * y) + z;
}
