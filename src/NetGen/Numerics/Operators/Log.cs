using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>The natural logarithm of positive normal floats.</summary>
    /// <returns>The function's value in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        // x = 2^e m with m from sqrt(1/2) to sqrt(2); 0x3F3504F3 is sqrt(1/2).
        Vector512<int> e = (x.AsInt32() - Vector512.Create(0x3F3504F3)) >> 23;
        Vector512<float> m = (x.AsInt32() - (e << 23)).AsSingle();
        Vector512<float> exponent = Vector512.ConvertToSingle(e);

        // log m = 2 artanh s = 2 s + s^3 R(s^2), R minimax on [0, 0.0295], error below 2E-9.
        Vector512<float> one = Vector512.Create(1f);
        Vector512<float> s = (m - one) / (m + one);
        Vector512<float> z = s * s;
        Vector512<float> p = Vector512.Create(0.29873076f);
        p = MultiplyAdd(p, z, Vector512.Create(0.39977497f));
        p = MultiplyAdd(p, z, Vector512.Create(0.66666776f));
        Vector512<float> log = MultiplyAdd(p * z, s, s + s);
        log = MultiplyAdd(exponent, Vector512.Create(-2.12194440E-4f), log);
        log = MultiplyAdd(exponent, Vector512.Create(0.693359375f), log);

        // NaN's bits look like a large number's.
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), log, x);
    }
}
