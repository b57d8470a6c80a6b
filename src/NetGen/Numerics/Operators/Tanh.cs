using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>The hyperbolic tangent.</summary>
    /// <returns>The function's value in each lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // tanh x = 2 t / (1 + t²) with t = tanh(x / 2) = u / v = x P(x²) / Q(x²): near 1 errors of t have no effect. The
        // rational is minimax on [0, 8.6] for the error of tanh x as a part of it, 6E-9; its coefficients were then
        // moved by some ulps to where rounding costs least. At 9 the quotient is exactly 1.
        x = Vector512.MinNative(Vector512.Create(9f), Vector512.MaxNative(Vector512.Create(-9f), x));
        Vector512<float> square = x * x;
        Vector512<float> p = MultiplyAdd(square, Vector512.Create(1.06265696E-4f), Vector512.Create(0.027624894f));
        Vector512<float> u = MultiplyAdd(p, square, Vector512.Create(0.9273651f)) * x;
        Vector512<float> v = MultiplyAdd(square, Vector512.Create(2.293295E-6f), Vector512.Create(0.002240735f));
        v = MultiplyAdd(v, square, Vector512.Create(0.20981055f));
        v = MultiplyAdd(v, square, Vector512.Create(1.8547302f));
        return u * (v + v) / MultiplyAdd(u, u, v * v);
    }
}
