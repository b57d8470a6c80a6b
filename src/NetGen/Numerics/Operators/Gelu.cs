using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>x Φ(x), Φ the normal distribution function. Hendrycks and Gimpel, 2016.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Gelu(Vector512<float> x)
    {
        // Below -5.7 the result is 0.
        Vector512<float> factor = Vector512.AndNot(x, Vector512.LessThan(x, Vector512.Create(-NormalLimit)));
        return factor * NormalDistribution(x);
    }

    /// <summary>Φ(x) for x from -5.7 on, below that Φ(-5.7), such that x Φ(x) has an absolute error below 1E-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> NormalDistribution(Vector512<float> x)
    {
        // With t = u / v = x P(x²) / Q(x²) chosen so that 2 t / (1 + t²) = 2 Φ(x) - 1, Φ(x) is
        // (u + v)² / ((u + v)² + (u - v)²): squares, so that neither tail is the difference of nearly equal numbers. The
        // rational is minimax on [0, 5.7] for the error of x Φ(-x), 3.4E-8; its coefficients were then moved by some ulps
        // to where rounding costs least.
        Vector512<float> limit = Vector512.Create(NormalLimit);
        Vector512<float> bounded = Vector512.MinNative(limit, Vector512.MaxNative(-limit, x));
        Vector512<float> square = bounded * bounded;
        Vector512<float> u = MultiplyAdd(square, Vector512.Create(7.351358E-6f), Vector512.Create(1.482397E-4f));
        u = MultiplyAdd(u, square, Vector512.Create(0.002953893f));
        u = MultiplyAdd(u, square, Vector512.Create(0.015187982f)) * bounded;
        Vector512<float> v = MultiplyAdd(square, Vector512.Create(4.1175355E-7f), Vector512.Create(4.6833033E-5f));
        v = MultiplyAdd(v, square, Vector512.Create(5.7820894E-4f));
        v = MultiplyAdd(v, square, Vector512.Create(0.0076904753f));
        v = MultiplyAdd(v, square, Vector512.Create(0.03807058f));
        Vector512<float> sum = u + v, difference = u - v;
        sum *= sum;
        return sum / MultiplyAdd(difference, difference, sum);
    }
}
