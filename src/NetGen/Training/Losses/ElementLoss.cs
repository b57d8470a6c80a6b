using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>Losses that are sums over the outputs, at the width of this CPU.</summary>
internal static class ElementLoss
{
    public static void Rows<TLoss512, TLoss256, TLoss128>(
        TLoss512 loss512,
        TLoss256 loss256,
        TLoss128 loss128,
        ref float values,
        ref float gradients,
        int stride,
        int outputs,
        ReadOnlySpan<float> targets,
        float scale,
        Span<double> losses)
        where TLoss512 : struct, IElementLossVector512
        where TLoss256 : struct, IElementLossVector256
        where TLoss128 : struct, IElementLossVector128
    {
        if (Vector512.IsHardwareAccelerated)
        {
            VectorMath.ElementLossVector512(loss512, ref values, ref gradients, stride, outputs, targets, scale, losses);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            VectorMath.ElementLossVector256(loss256, ref values, ref gradients, stride, outputs, targets, scale, losses);
        }
        else
        {
            VectorMath.ElementLossVector128(loss128, ref values, ref gradients, stride, outputs, targets, scale, losses);
        }
    }
}
