using System.Runtime.Intrinsics;

namespace NetGen.Tests.Numerics;

/// <summary>
/// The derivatives of the activations in float64, written so that no numbers near each other are subtracted. Corners have
/// PyTorch's choice. The limits at infinity are not theirs.
/// </summary>
internal static class Float64Derivatives
{
    private static readonly Vector512<double> _zero = Vector512<double>.Zero;

    private static readonly Vector512<double> _one = Vector512<double>.One;

    public static Vector512<double> LeakyRelu(Vector512<double> x, double alpha) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(x, _zero), _one, Vector512.Create(alpha));

    public static Vector512<double> Relu6(Vector512<double> x) =>
        Vector512.GreaterThan(x, _zero) & Vector512.LessThan(x, Vector512.Create(6d)) & _one;

    public static Vector512<double> Inside(Vector512<double> x, double limit, double slope) =>
        Vector512.LessThan(Vector512.Abs(x), Vector512.Create(limit)) & Vector512.Create(slope);

    public static Vector512<double> HardSwish(Vector512<double> x) => Vector512.ConditionalSelect(
        Vector512.LessThan(Vector512.Abs(x), Vector512.Create(3d)),
        (x / 3) + Vector512.Create(0.5),
        Vector512.GreaterThan(x, _zero) & _one);

    public static Vector512<double> Elu(Vector512<double> x, double scale, double alpha) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(x, _zero), Vector512.Create(scale), Vector512.Exp(Vector512.Min(x, _zero)) * (scale * alpha));

    public static Vector512<double> Sigmoid(Vector512<double> x) => Float64.Sigmoid(x) * Float64.Sigmoid(-x);

    public static Vector512<double> Tanh(Vector512<double> x) => 4 * Sigmoid(2 * x);

    public static Vector512<double> Softsign(Vector512<double> x)
    {
        Vector512<double> sum = Vector512.Abs(x) + _one;
        return _one / (sum * sum);
    }

    public static Vector512<double> Silu(Vector512<double> x) => Float64.Sigmoid(x) + (x * Sigmoid(x));

    public static Vector512<double> Mish(Vector512<double> x)
    {
        Vector512<double> softplus = Float64.Softplus(x);
        return Float64.Tanh(softplus) + (x * Tanh(softplus) * Float64.Sigmoid(x));
    }

    public static Vector512<double> Gelu(Vector512<double> x) =>
        Float64.NormalDistribution(x) + (x * Vector512.Exp(x * x * -0.5) / Math.Sqrt(2 * Math.PI));

    public static Vector512<double> GeluTanh(Vector512<double> x)
    {
        double factor = 2 * Math.Sqrt(2 / Math.PI);
        Vector512<double> u = factor * (x + (0.044715 * (x * x * x)));
        Vector512<double> slopeOfU = factor * (_one + (3 * 0.044715 * (x * x)));
        return Float64.Sigmoid(u) + (x * slopeOfU * Sigmoid(u));
    }
}
