using System.Runtime.Intrinsics;

namespace NetGen.Tests.Numerics;

/// <summary>
/// The largest errors of an activation. Where its value is 1/4 or more in magnitude, 4 ulp are more than 1e-7 and the error
/// counts in ulp, the distance of floats at the float64 value; elsewhere it counts as it is.
/// </summary>
internal sealed record Accuracy(double Ulp, float UlpAt, double Absolute, float AbsoluteAt)
{
    public const double MaxUlp = 4;
    public const double MaxAbsolute = 1e-7;
    private const double LeastInUlp = 0.25;
    private const double BeyondFloats = 4294967296d * 4294967296d * 4294967296d * 4294967296d;

    public static Accuracy None { get; } = new(0, 0, 0, 0);

    public bool IsWithinBound => Ulp <= MaxUlp && Absolute <= MaxAbsolute;

    /// <summary>Checks the floats with every so many bit pattern, up to the last or fewer than 16 of them before it.</summary>
    public static Accuracy Measure(VectorFunction function, uint first, uint last, uint stride)
    {
        Accuracy worst = None;
        Vector512<uint> lanes = Vector512<uint>.Indices * stride;
        for (ulong start = first; start + (15 * (ulong)stride) <= last; start += 16 * (ulong)stride)
        {
            Vector512<float> x = (Vector512.Create((uint)start) + lanes).AsSingle();
            Vector512<float> y = function.Wide(x);
            worst = worst.Check(function, x, y, Vector512.WidenLower(x), Vector512.WidenLower(y), 0);
            worst = worst.Check(function, x, y, Vector512.WidenUpper(x), Vector512.WidenUpper(y), 8);
        }

        return worst;
    }

    public static Accuracy Worse(Accuracy a, Accuracy b) => new(
        Math.Max(a.Ulp, b.Ulp),
        a.Ulp >= b.Ulp ? a.UlpAt : b.UlpAt,
        Math.Max(a.Absolute, b.Absolute),
        a.Absolute >= b.Absolute ? a.AbsoluteAt : b.AbsoluteAt);

    /// <summary>Checks the value y at x.</summary>
    public Accuracy Check(float x, float y, double exact)
    {
        if (!double.IsFinite(exact))
        {
            return exact.Equals(y) ? this : this with { Ulp = double.PositiveInfinity, UlpAt = x };
        }

        // Beyond the largest float comes 2^128, which is rounded to infinity.
        exact = Math.Clamp(exact, -BeyondFloats, BeyondFloats);
        double error = Math.Abs(Math.Clamp(y, -BeyondFloats, BeyondFloats) - exact);
        if (Math.Abs(exact) < LeastInUlp)
        {
            return error <= Absolute ? this : this with { Absolute = OrInfinity(error), AbsoluteAt = x };
        }

        double ulp = error / Math.ScaleB(1, Math.ILogB(exact) - 23);
        return ulp <= Ulp ? this : this with { Ulp = OrInfinity(ulp), UlpAt = x };
    }

    /// <summary>Checks half of the lanes together; one by one only where one may be worse than all before, or is not finite.</summary>
    private Accuracy Check(
        VectorFunction function,
        Vector512<float> x,
        Vector512<float> y,
        Vector512<double> wideX,
        Vector512<double> wideY,
        int firstLane)
    {
        Vector512<double> exact = function.Exact(wideX);
        Vector512<double> error = Vector512.Abs(wideY - exact);
        Vector512<double> powerOfTwo = (exact.AsInt64() & Vector512.Create(0x7FF0L << 48)).AsDouble();
        Vector512<double> limit = Vector512.ConditionalSelect(
            Vector512.LessThan(Vector512.Abs(exact), Vector512.Create(LeastInUlp)),
            Vector512.Create(Absolute),
            powerOfTwo * (Ulp / (1 << 23)));
        if (Vector512.LessThanOrEqualAll(error, limit)
            && Vector512.LessThanOrEqualAll(Vector512.Abs(wideX), Vector512.Create((double)float.MaxValue)))
        {
            return this;
        }

        Accuracy worst = this;
        for (int lane = 0; lane < 8; lane++)
        {
            float one = x[firstLane + lane];
            worst = worst.Check(one, y[firstLane + lane], function.OrLimit(one, exact[lane]));
        }

        return worst;
    }

    private static double OrInfinity(double error) => double.IsNaN(error) ? double.PositiveInfinity : error;
}
