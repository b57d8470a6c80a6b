using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>
/// Vector mathematics for generated code. Only operations whose result IEEE 754 fixes are used, so that all widths, x64
/// and Arm64 give the same bits: no library transcendentals, no estimates, no sums of unspecified order. What .NET calls the
/// estimate of a multiply-add is none: it is the fused instruction where the CPU has it, and elsewhere a product and a sum.
/// Unlike a choice between these two by hand it costs the JIT nothing of what it spends on inlining in one method.
/// </summary>
/// <remarks>
/// The functions in <c>Operators/</c> are written for 512 bits; the build prints them for 256 and 128 bits too.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class VectorMath
{
    // The least x with a normal exp(x). Subnormal numbers are slow to compute with: below, the result is 0.
    internal const float LeastExponent = -87.33654f;

    // Adding 1.5 * 2^23 rounds to an integer n. With a float's exponent bias, the lowest bits of the sum are those of
    // n + 127: shifted into the exponent's place they are 2^n.
    private const float PowerRounder = 12582912f + 127f;

    // The same for half of 2^n, which is 0 at the least exponent, where n is -126.
    private const float HalfPowerRounder = 12582912f + 126f;

    // exp(r) = 1 + r + r^2 P(r), P the minimax polynomial on [-ln 2 / 2, ln 2 / 2], error below 4E-9.
    private const float ExpP0 = 0.5f;
    private const float ExpP1 = 0.16666518f;
    private const float ExpP2 = 0.041666206f;
    private const float ExpP3 = 0.00836889f;
    private const float ExpP4 = 0.0013950488f;

    // Below minus this the normal distribution function counts as 0.
    private const float NormalLimit = 5.7f;

    // The square of this, times 1 - beta2, is a normal number: beside epsilon, smaller gradients count for nothing.
    private const float LeastSquared = 2.8e-17f;

    private const float LeastNormal = 1.17549435E-38f;

    /// <summary>x y + z, rounded once where the CPU has the instruction; elsewhere a product, then a sum.</summary>
    /// <returns>The sum in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
        Vector512.MultiplyAddEstimate(x, y, z);

    /// <inheritdoc cref="MultiplyAdd(Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
        Vector256.MultiplyAddEstimate(x, y, z);

    /// <inheritdoc cref="MultiplyAdd(Vector512{float}, Vector512{float}, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> x, Vector128<float> y, Vector128<float> z) =>
        Vector128.MultiplyAddEstimate(x, y, z);

    /// <summary>
    /// As <see cref="MultiplyAdd(Vector512{float}, Vector512{float}, Vector512{float})"/> with y in memory: the load is here,
    /// for only then does the JIT make it an operand of the instruction.
    /// </summary>
    /// <returns>The sum in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> x, ref readonly float y, nuint index, Vector512<float> z) =>
        Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in y, index), z);

    /// <inheritdoc cref="MultiplyAdd(Vector512{float}, ref readonly float, nuint, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> x, ref readonly float y, nuint index, Vector256<float> z) =>
        Vector256.MultiplyAddEstimate(x, Vector256.LoadUnsafe(in y, index), z);

    /// <inheritdoc cref="MultiplyAdd(Vector512{float}, ref readonly float, nuint, Vector512{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> x, ref readonly float y, nuint index, Vector128<float> z) =>
        Vector128.MultiplyAddEstimate(x, Vector128.LoadUnsafe(in y, index), z);

    /// <summary>Where a value that is so far behind another in a row stands behind it in panels of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint InPanels(int distance, nuint panelLength) =>
        ((nuint)(distance / 16) * panelLength) + (nuint)(distance % 16);
}
