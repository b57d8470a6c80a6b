using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The first result of softmax or log-softmax of the rows (x, 0), as a function of x.</summary>
internal sealed class Softmaxes(Softmaxes.Across wide, Softmaxes.Across middle, Softmaxes.Across narrow)
{
    public delegate void Across(ref float values, int count, nuint stride);

    public static Softmaxes Probability { get; } =
        new(VectorMath.SoftmaxAcrossVector512, VectorMath.SoftmaxAcrossVector256, VectorMath.SoftmaxAcrossVector128);

    public static Softmaxes Logarithm { get; } =
        new(VectorMath.LogSoftmaxAcrossVector512, VectorMath.LogSoftmaxAcrossVector256, VectorMath.LogSoftmaxAcrossVector128);

    public Vector512<float> Wide(Vector512<float> x)
    {
        Span<float> values = stackalloc float[32];
        x.CopyTo(values);
        wide(ref values[0], 2, 16);
        return Vector512.Create<float>(values);
    }

    public Vector256<float> Middle(Vector256<float> x)
    {
        Span<float> values = stackalloc float[16];
        x.CopyTo(values);
        middle(ref values[0], 2, 8);
        return Vector256.Create<float>(values);
    }

    public Vector128<float> Narrow(Vector128<float> x)
    {
        Span<float> values = stackalloc float[8];
        x.CopyTo(values);
        narrow(ref values[0], 2, 4);
        return Vector128.Create<float>(values);
    }
}
