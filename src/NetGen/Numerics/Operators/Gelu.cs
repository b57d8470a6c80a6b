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
        // x Φ(x) = max(0, x) - a Φ(-a) with a = |x|, and Φ(-a) = exp(p(a)), p minimax on [0, 6] under the weight a Φ(-a),
        // so that the error of the product is below 3E-8. Beyond 9 the product is 0 in float32.
        Vector512<float> limit = Vector512.Create(9f);
        Vector512<float> a = Vector512.MinNative(limit, Vector512.Abs(x));
        Vector512<float> p = Vector512.Create(2.1898027E-6f);
        p = MultiplyAdd(p, a, Vector512.Create(1.4452011E-7f));
        p = MultiplyAdd(p, a, Vector512.Create(-0.0004405168f));
        p = MultiplyAdd(p, a, Vector512.Create(0.0054133134f));
        p = MultiplyAdd(p, a, Vector512.Create(-0.03682177f));
        p = MultiplyAdd(p, a, Vector512.Create(-0.31810546f));
        p = MultiplyAdd(p, a, Vector512.Create(-0.7979251f));
        p = MultiplyAdd(p, a, Vector512.Create(-0.6931445f));
        Vector512<float> tail = Vector512.AndNot(a * ExpUpTo88(p), Vector512.Equals(a, limit));
        return Relu(x) - tail;
    }
}
