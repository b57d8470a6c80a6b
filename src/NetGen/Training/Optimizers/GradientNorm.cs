using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>The norm of gradients, to clip them by.</summary>
internal static class GradientNorm
{
    /// <summary>The sum of squares of a multiple of 16 values; the same bits at any vector width.</summary>
    public static double SumOfSquares(ReadOnlySpan<float> values)
    {
        ref float first = ref MemoryMarshal.GetReference(values);
        return Vector512.IsHardwareAccelerated ? VectorMath.SumOfSquaresVector512(ref first, (nuint)values.Length)
            : Vector256.IsHardwareAccelerated && Fma.IsSupported ? VectorMath.SumOfSquaresVector256(ref first, (nuint)values.Length)
            : VectorMath.SumOfSquaresVector128(ref first, (nuint)values.Length);
    }
}
