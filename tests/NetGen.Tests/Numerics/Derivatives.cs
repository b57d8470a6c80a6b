using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The activations' derivatives as functions of the argument: the kernels get the activation's value too.</summary>
internal static class Derivatives
{
    private const double SeluScale = 1.0507009873554804934193349852946;
    private const double SeluAlpha = 1.6732632423543772848170429916717;

    public static readonly VectorFunction[] All =
    [
        new(
            "relu",
            "Relu",
            x => VectorMath.ReluDerivative(x, VectorMath.Relu(x)),
            x => VectorMath.ReluDerivative(x, VectorMath.Relu(x)),
            x => VectorMath.ReluDerivative(x, VectorMath.Relu(x)),
            x => Float64Derivatives.LeakyRelu(x, 0),
            0,
            1),
        LeakyRelu("leaky_relu_0.01", 0.01f),
        LeakyRelu("leaky_relu_0.3", 0.3f),
        new(
            "relu6",
            "Relu6",
            x => VectorMath.Relu6Derivative(x, VectorMath.Relu6(x)),
            x => VectorMath.Relu6Derivative(x, VectorMath.Relu6(x)),
            x => VectorMath.Relu6Derivative(x, VectorMath.Relu6(x)),
            Float64Derivatives.Relu6,
            0,
            0),
        Elu("elu", 1f),
        Elu("elu_0.3", 0.3f),
        Elu("elu_2.5", 2.5f),
        new(
            "selu",
            "Selu",
            x => VectorMath.SeluDerivative(x, VectorMath.Selu(x)),
            x => VectorMath.SeluDerivative(x, VectorMath.Selu(x)),
            x => VectorMath.SeluDerivative(x, VectorMath.Selu(x)),
            x => Float64Derivatives.Elu(x, SeluScale, SeluAlpha),
            0,
            SeluScale),
        new(
            "gelu",
            "Gelu",
            x => VectorMath.GeluDerivative(x, VectorMath.Gelu(x)),
            x => VectorMath.GeluDerivative(x, VectorMath.Gelu(x)),
            x => VectorMath.GeluDerivative(x, VectorMath.Gelu(x)),
            Float64Derivatives.Gelu,
            0,
            1),
        new(
            "gelu_tanh",
            "GeluTanh",
            x => VectorMath.GeluTanhDerivative(x, VectorMath.GeluTanh(x)),
            x => VectorMath.GeluTanhDerivative(x, VectorMath.GeluTanh(x)),
            x => VectorMath.GeluTanhDerivative(x, VectorMath.GeluTanh(x)),
            Float64Derivatives.GeluTanh,
            0,
            1),
        new(
            "silu",
            "Silu",
            x => VectorMath.SiluDerivative(x, VectorMath.Silu(x)),
            x => VectorMath.SiluDerivative(x, VectorMath.Silu(x)),
            x => VectorMath.SiluDerivative(x, VectorMath.Silu(x)),
            Float64Derivatives.Silu,
            0,
            1),
        new(
            "mish",
            "Mish",
            x => VectorMath.MishDerivative(x, VectorMath.Mish(x)),
            x => VectorMath.MishDerivative(x, VectorMath.Mish(x)),
            x => VectorMath.MishDerivative(x, VectorMath.Mish(x)),
            Float64Derivatives.Mish,
            0,
            1),
        new(
            "sigmoid",
            "Sigmoid",
            x => VectorMath.SigmoidDerivative(x, VectorMath.Sigmoid(x)),
            x => VectorMath.SigmoidDerivative(x, VectorMath.Sigmoid(x)),
            x => VectorMath.SigmoidDerivative(x, VectorMath.Sigmoid(x)),
            Float64Derivatives.Sigmoid,
            0,
            0),
        new(
            "hard_sigmoid",
            "HardSigmoid",
            x => VectorMath.HardSigmoidDerivative(x, VectorMath.HardSigmoid(x)),
            x => VectorMath.HardSigmoidDerivative(x, VectorMath.HardSigmoid(x)),
            x => VectorMath.HardSigmoidDerivative(x, VectorMath.HardSigmoid(x)),
            x => Float64Derivatives.Inside(x, 3, 1d / 6),
            0,
            0),
        new(
            "hard_swish",
            "HardSwish",
            x => VectorMath.HardSwishDerivative(x, VectorMath.HardSwish(x)),
            x => VectorMath.HardSwishDerivative(x, VectorMath.HardSwish(x)),
            x => VectorMath.HardSwishDerivative(x, VectorMath.HardSwish(x)),
            Float64Derivatives.HardSwish,
            0,
            1),
        new(
            "tanh",
            "Tanh",
            x => VectorMath.TanhDerivative(x, VectorMath.Tanh(x)),
            x => VectorMath.TanhDerivative(x, VectorMath.Tanh(x)),
            x => VectorMath.TanhDerivative(x, VectorMath.Tanh(x)),
            Float64Derivatives.Tanh,
            0,
            0),
        new(
            "hard_tanh",
            "HardTanh",
            x => VectorMath.HardTanhDerivative(x, VectorMath.HardTanh(x)),
            x => VectorMath.HardTanhDerivative(x, VectorMath.HardTanh(x)),
            x => VectorMath.HardTanhDerivative(x, VectorMath.HardTanh(x)),
            x => Float64Derivatives.Inside(x, 1, 1),
            0,
            0),
        new(
            "softplus",
            "Softplus",
            x => VectorMath.SoftplusDerivative(x, VectorMath.Softplus(x)),
            x => VectorMath.SoftplusDerivative(x, VectorMath.Softplus(x)),
            x => VectorMath.SoftplusDerivative(x, VectorMath.Softplus(x)),
            Float64.Sigmoid,
            0,
            1),
        new(
            "softsign",
            "Softsign",
            x => VectorMath.SoftsignDerivative(x, VectorMath.Softsign(x)),
            x => VectorMath.SoftsignDerivative(x, VectorMath.Softsign(x)),
            x => VectorMath.SoftsignDerivative(x, VectorMath.Softsign(x)),
            Float64Derivatives.Softsign,
            0,
            0),
    ];

    public static VectorFunction Of(string name) => All.Single(function => function.Name == name);

    private static VectorFunction LeakyRelu(string name, float alpha) => new(
        name,
        "LeakyRelu",
        x => VectorMath.LeakyReluDerivative(x, VectorMath.LeakyRelu(x, alpha), alpha),
        x => VectorMath.LeakyReluDerivative(x, VectorMath.LeakyRelu(x, alpha), alpha),
        x => VectorMath.LeakyReluDerivative(x, VectorMath.LeakyRelu(x, alpha), alpha),
        x => Float64Derivatives.LeakyRelu(x, alpha),
        alpha,
        1);

    private static VectorFunction Elu(string name, float alpha) => new(
        name,
        "Elu",
        x => VectorMath.EluDerivative(x, VectorMath.Elu(x, alpha), alpha),
        x => VectorMath.EluDerivative(x, VectorMath.Elu(x, alpha), alpha),
        x => VectorMath.EluDerivative(x, VectorMath.Elu(x, alpha), alpha),
        x => Float64Derivatives.Elu(x, 1, alpha),
        0,
        1);
}
