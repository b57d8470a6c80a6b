using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>One activation at the three widths, and its value in float64.</summary>
internal sealed record VectorFunction(
    string Name,
    Func<Vector512<float>, Vector512<float>> Wide,
    Func<Vector256<float>, Vector256<float>> Middle,
    Func<Vector128<float>, Vector128<float>> Narrow,
    Func<double, double> Exact)
{
    // PyTorch's name of each. The limits at infinity, where the formula as written would give NaN.
    public static readonly VectorFunction[] All =
    [
        new("step", VectorMath.Step, VectorMath.Step, VectorMath.Step, x => x >= 0 ? 1 : x < 0 ? 0 : x),
        new("relu", VectorMath.Relu, VectorMath.Relu, VectorMath.Relu, x => Math.Max(0, x)),
        LeakyRelu("leaky_relu_0.01", 0.01f),
        new("relu6", VectorMath.Relu6, VectorMath.Relu6, VectorMath.Relu6, x => Math.Min(Math.Max(0, x), 6)),
        Elu("elu", 1f),
        new(
            "selu",
            VectorMath.Selu,
            VectorMath.Selu,
            VectorMath.Selu,
            x => 1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * Expm1(x))),
        new("gelu", VectorMath.Gelu, VectorMath.Gelu, VectorMath.Gelu, x => Times(x, NormalDistribution(x))),
        new(
            "gelu_tanh",
            VectorMath.GeluTanh,
            VectorMath.GeluTanh,
            VectorMath.GeluTanh,
            x => Times(x, Sigmoid(2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
        new("silu", VectorMath.Silu, VectorMath.Silu, VectorMath.Silu, x => Times(x, Sigmoid(x))),
        new("mish", VectorMath.Mish, VectorMath.Mish, VectorMath.Mish, x => Times(x, Math.Tanh(Softplus(x)))),
        new("sigmoid", VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, Sigmoid),
        new("hard_sigmoid", VectorMath.HardSigmoid, VectorMath.HardSigmoid, VectorMath.HardSigmoid, HardSigmoid),
        new(
            "hard_swish",
            VectorMath.HardSwish,
            VectorMath.HardSwish,
            VectorMath.HardSwish,
            x => Times(x, HardSigmoid(x))),
        new("tanh", VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, Math.Tanh),
        new(
            "hard_tanh",
            VectorMath.HardTanh,
            VectorMath.HardTanh,
            VectorMath.HardTanh,
            x => Math.Min(Math.Max(-1, x), 1)),
        new("softplus", VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, Softplus),
        new(
            "softsign",
            VectorMath.Softsign,
            VectorMath.Softsign,
            VectorMath.Softsign,
            x => double.IsInfinity(x) ? Math.Sign(x) : x / (1 + Math.Abs(x))),
    ];

    // What PyTorch's results do not cover.
    public static readonly VectorFunction[] Others =
    [
        LeakyRelu("leaky_relu_0.3", 0.3f),
        Elu("elu_0.3", 0.3f),
        Elu("elu_2.5", 2.5f),
        new("exp", VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, Math.Exp),
    ];

    public static VectorFunction Log { get; } = new("log", VectorMath.Log, VectorMath.Log, VectorMath.Log, Math.Log);

    public static TheoryData<string> Names => [.. All.Select(function => function.Name)];

    public static TheoryData<string> NamesWithOthers => [.. All.Concat(Others).Select(function => function.Name)];

    public static VectorFunction Of(string name) => All.Concat(Others).Single(function => function.Name == name);

    /// <summary>Asserts the promised accuracy: 4 ulp or 1e-7, whichever allows more; NaN for NaN.</summary>
    public static void AssertAccurate(float x, double exact, float found)
    {
        if (double.IsNaN(exact) || Math.Abs(exact) > float.MaxValue)
        {
            float limit = (float)exact;
            Assert.True(limit.Equals(found), $"f({x:R}) is {found:R}, expected {limit:R}");
            return;
        }

        float magnitude = Math.Abs((float)exact);
        double ulp = magnitude == 0 ? float.Epsilon : (double)magnitude - MathF.BitDecrement(magnitude);
        double error = Math.Abs(found - exact);
        if (!(error <= Math.Max(4 * ulp, 1e-7)))
        {
            Assert.Fail($"f({x:R}) is {found:R}, expected {exact:R}: {error / ulp:F1} ulp, {error:E1}");
        }
    }

    private static VectorFunction LeakyRelu(string name, float alpha) => new(
        name,
        x => VectorMath.LeakyRelu(x, alpha),
        x => VectorMath.LeakyRelu(x, alpha),
        x => VectorMath.LeakyRelu(x, alpha),
        x => x >= 0 ? x : x * alpha);

    private static VectorFunction Elu(string name, float alpha) => new(
        name,
        x => VectorMath.Elu(x, alpha),
        x => VectorMath.Elu(x, alpha),
        x => VectorMath.Elu(x, alpha),
        x => x > 0 ? x : alpha * Expm1(x));

    private static double Times(double x, double factor) => factor == 0 ? 0 : x * factor;

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + (x * x / 2) : Math.Exp(x) - 1;

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double HardSigmoid(double x) => Math.Min(Math.Max(0, x + 3), 6) / 6;

    private static double Softplus(double x) => Math.Max(0, x) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    /// <summary>Φ(x) by its power series, or its continued fraction where that converges faster; 1e-14 exact.</summary>
    private static double NormalDistribution(double x)
    {
        double a = Math.Abs(x);
        if (double.IsNaN(x) || a > 38)
        {
            return x > 0 ? 1 : x < 0 ? 0 : x;
        }

        double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (a < 3)
        {
            double term = x, sum = x;
            for (int n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
            {
                term *= x * x / ((2 * n) + 1);
                sum += term;
            }

            return 0.5 + (density * sum);
        }

        double fraction = a;
        for (int n = 80; n > 0; n--)
        {
            fraction = a + (n / fraction);
        }

        return x > 0 ? 1 - (density / fraction) : density / fraction;
    }
}
