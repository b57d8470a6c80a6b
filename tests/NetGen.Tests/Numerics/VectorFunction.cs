using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>
/// One activation at the three widths and in float64. The tests and the benchmarks' accuracy command check the same list.
/// </summary>
/// <param name="Name">PyTorch's name.</param>
/// <param name="Activation">The activation, and its <c>Alpha</c>.</param>
internal sealed record VectorFunction(
    string Name,
    string Activation,
    Func<Vector512<float>, Vector512<float>> Wide,
    Func<Vector256<float>, Vector256<float>> Middle,
    Func<Vector128<float>, Vector128<float>> Narrow,
    Func<Vector512<double>, Vector512<double>> Exact,
    double AtMinusInfinity,
    double AtInfinity = double.PositiveInfinity)
{
    // Those with results of PyTorch.
    public static readonly VectorFunction[] All =
    [
        new("step", "Step", VectorMath.Step, VectorMath.Step, VectorMath.Step, Float64.Step, 0, 1),
        new("relu", "Relu", VectorMath.Relu, VectorMath.Relu, VectorMath.Relu, Float64.Relu, 0),
        LeakyRelu("leaky_relu_0.01", 0.01f),
        new("relu6", "Relu6", VectorMath.Relu6, VectorMath.Relu6, VectorMath.Relu6, Float64.Relu6, 0, 6),
        Elu("elu", 1f),
        new(
            "selu",
            "Selu",
            VectorMath.Selu,
            VectorMath.Selu,
            VectorMath.Selu,
            x => Float64.Elu(x, 1.0507009873554804934193349852946, 1.6732632423543772848170429916717),
            -1.0507009873554804934193349852946 * 1.6732632423543772848170429916717),
        new("gelu", "Gelu", VectorMath.Gelu, VectorMath.Gelu, VectorMath.Gelu, Float64.Gelu, 0),
        new("gelu_tanh", "GeluTanh", VectorMath.GeluTanh, VectorMath.GeluTanh, VectorMath.GeluTanh, Float64.GeluTanh, 0),
        new("silu", "Silu", VectorMath.Silu, VectorMath.Silu, VectorMath.Silu, x => x * Float64.Sigmoid(x), 0),
        new("mish", "Mish", VectorMath.Mish, VectorMath.Mish, VectorMath.Mish, Float64.Mish, 0),
        new("sigmoid", "Sigmoid", VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, Float64.Sigmoid, 0, 1),
        new(
            "hard_sigmoid",
            "HardSigmoid",
            VectorMath.HardSigmoid,
            VectorMath.HardSigmoid,
            VectorMath.HardSigmoid,
            Float64.HardSigmoid,
            0,
            1),
        new(
            "hard_swish",
            "HardSwish",
            VectorMath.HardSwish,
            VectorMath.HardSwish,
            VectorMath.HardSwish,
            x => x * Float64.HardSigmoid(x),
            0),
        new("tanh", "Tanh", VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, Float64.Tanh, -1, 1),
        new("hard_tanh", "HardTanh", VectorMath.HardTanh, VectorMath.HardTanh, VectorMath.HardTanh, Float64.HardTanh, -1, 1),
        new("softplus", "Softplus", VectorMath.Softplus, VectorMath.Softplus, VectorMath.Softplus, Float64.Softplus, 0),
        new("softsign", "Softsign", VectorMath.Softsign, VectorMath.Softsign, VectorMath.Softsign, Float64.Softsign, -1, 1),
    ];

    public static readonly VectorFunction[] Others =
    [
        LeakyRelu("leaky_relu_0.3", 0.3f),
        Elu("elu_0.3", 0.3f),
        Elu("elu_2.5", 2.5f),
        new("exp", "exp, for the confidence of LogSoftmax", VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, Vector512.Exp, 0),
        OfTwo("softmax", "Softmax of x and 0", Softmaxes.Probability, Float64.Sigmoid, 0),
        OfTwo("log_softmax", "LogSoftmax of x and 0", Softmaxes.Logarithm, x => -Float64.Softplus(-x), double.NegativeInfinity),
    ];

    public static VectorFunction[] AllAndOthers { get; } = [.. All, .. Others];

    public static VectorFunction Of(string name) => AllAndOthers.Single(function => function.Name == name);

    /// <summary>The value in float64, or its limit: a formula as written may be NaN at an infinity.</summary>
    public double OrLimit(float x, double exact) =>
        float.IsNaN(x) ? double.NaN
        : float.IsPositiveInfinity(x) ? AtInfinity
        : float.IsNegativeInfinity(x) ? AtMinusInfinity
        : exact;

    private static VectorFunction LeakyRelu(string name, float alpha) => new(
        name,
        $"LeakyRelu, Alpha = {alpha}",
        x => VectorMath.LeakyRelu(x, alpha),
        x => VectorMath.LeakyRelu(x, alpha),
        x => VectorMath.LeakyRelu(x, alpha),
        x => Vector512.Max(x, x * AsWritten(alpha)),
        double.NegativeInfinity);

    private static VectorFunction Elu(string name, float alpha) => new(
        name,
        $"Elu, Alpha = {alpha}",
        x => VectorMath.Elu(x, alpha),
        x => VectorMath.Elu(x, alpha),
        x => VectorMath.Elu(x, alpha),
        x => Float64.Elu(x, 1, AsWritten(alpha)),
        -alpha);

    /// <summary>One of the two results of a row of two; the other's value is minus infinity less infinity at infinity.</summary>
    private static VectorFunction OfTwo(
        string name, string activation, Softmaxes function, Func<Vector512<double>, Vector512<double>> exact, double atMinusInfinity) =>
        new(name, activation, function.Wide, function.Middle, function.Narrow, exact, atMinusInfinity, double.NaN);

    /// <summary>0.01 for the float 0.01f.</summary>
    private static double AsWritten(float alpha) => (double)(decimal)alpha;
}
