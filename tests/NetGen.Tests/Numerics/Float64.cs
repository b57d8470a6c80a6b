using System.Runtime.Intrinsics;

namespace NetGen.Tests.Numerics;

/// <summary>
/// The activations in float64, eight values at a time: fast enough for all floats. Each is within 1E-14 of the value or, where
/// that is larger, 1E-14 of it. The limits at infinity are not theirs.
/// </summary>
internal static class Float64
{
    public static Vector512<double> Step(Vector512<double> x) =>
        Vector512.GreaterThanOrEqual(x, Vector512<double>.Zero) & Vector512.Create(1d);

    public static Vector512<double> Relu(Vector512<double> x) => Vector512.Max(x, Vector512<double>.Zero);

    public static Vector512<double> Relu6(Vector512<double> x) => Vector512.Min(Relu(x), Vector512.Create(6d));

    public static Vector512<double> HardTanh(Vector512<double> x) =>
        Vector512.Min(Vector512.Max(x, Vector512.Create(-1d)), Vector512.Create(1d));

    public static Vector512<double> HardSigmoid(Vector512<double> x) => Relu6(x + Vector512.Create(3d)) / 6;

    public static Vector512<double> Softsign(Vector512<double> x) => x / (Vector512.Abs(x) + Vector512.Create(1d));

    public static Vector512<double> Elu(Vector512<double> x, double scale, double alpha) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(x, Vector512<double>.Zero),
        x * scale,
        (Vector512.Exp(Vector512.Min(x, Vector512<double>.Zero)) - Vector512.Create(1d)) * (scale * alpha));

    public static Vector512<double> Sigmoid(Vector512<double> x) =>
        Vector512.Create(1d) / (Vector512.Exp(-x) + Vector512.Create(1d));

    public static Vector512<double> Tanh(Vector512<double> x) => (Sigmoid(x * 2) * 2) - Vector512.Create(1d);

    public static Vector512<double> Softplus(Vector512<double> x) =>
        Relu(x) + Vector512.Log(Vector512.Exp(-Vector512.Abs(x)) + Vector512.Create(1d));

    public static Vector512<double> Mish(Vector512<double> x) => x * Tanh(Softplus(x));

    public static Vector512<double> GeluTanh(Vector512<double> x) =>
        x * Sigmoid(2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * (x * x * x))));

    public static Vector512<double> Gelu(Vector512<double> x) => x * NormalDistribution(x);

    public static Vector512<double> NormalDistribution(Vector512<double> x)
    {
        Vector512<double> tail = ComplementaryError(Vector512.Abs(x) * Math.Sqrt(0.5)) / 2;
        return Vector512.ConditionalSelect(
            Vector512.LessThan(x, Vector512<double>.Zero), tail, Vector512.Create(1d) - tail);
    }

    /// <summary>
    /// erfc(x), x not negative, as a sum: Matta and Reichel, "Uniform computation of the error function and other related
    /// functions", 1971, with the midpoints of steps of 1/2. What they leave out is below 1E-17.
    /// </summary>
    private static Vector512<double> ComplementaryError(Vector512<double> x)
    {
        Vector512<double> square = x * x, sum = Vector512<double>.Zero;
        for (int n = 0; n < 13; n++)
        {
            double node = (n + 0.5) * 0.5 * (n + 0.5) * 0.5;
            sum += Vector512.Create(Math.Exp(-node)) / (square + Vector512.Create(node));
        }

        Vector512<double> correction = Vector512.Create(2d) / (Vector512.Exp(x * (4 * Math.PI)) + Vector512.Create(1d));
        return (x * Vector512.Exp(-square) * sum / Math.PI) + correction;
    }
}
