using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>
    /// Turns the gradients by a softmax's values y into those by its arguments: y (g - sum of y g). Values and gradients are
    /// read up to a multiple of 16; the gradients beyond the count become zero.
    /// </summary>
    /// <param name="values">The softmax's first value; beyond the count any finite numbers.</param>
    /// <param name="gradients">The first gradient.</param>
    /// <param name="count">The number of values, 1 or more.</param>
    public static void SoftmaxGradientInPlace(ref float values, ref float gradients, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            SoftmaxGradientByVector512(ref values, ref gradients, count);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            SoftmaxGradientByVector256(ref values, ref gradients, count);
        }
        else
        {
            SoftmaxGradientByVector128(ref values, ref gradients, count);
        }
    }

    /// <summary>
    /// Turns the gradients by a log-softmax's values y into those by its arguments: g - exp(y) (sum of g). Values and gradients
    /// are read up to a multiple of 16; the gradients beyond the count become zero.
    /// </summary>
    /// <param name="values">The log-softmax's first value; beyond the count any finite numbers.</param>
    /// <param name="gradients">The first gradient.</param>
    /// <param name="count">The number of values, 1 or more.</param>
    public static void LogSoftmaxGradientInPlace(ref float values, ref float gradients, int count)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            LogSoftmaxGradientByVector512(ref values, ref gradients, count);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            LogSoftmaxGradientByVector256(ref values, ref gradients, count);
        }
        else
        {
            LogSoftmaxGradientByVector128(ref values, ref gradients, count);
        }
    }
}
