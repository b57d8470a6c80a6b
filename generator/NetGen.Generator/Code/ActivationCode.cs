using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints calls to the runtime library's activations.</summary>
internal static class ActivationCode
{
    /// <summary>An element-wise activation of a vector.</summary>
    public static string Apply(Activation activation, float alpha, string vector) => activation switch
    {
        Activation.Identity or Activation.Softmax or Activation.LogSoftmax => vector,
        Activation.LeakyRelu or Activation.Elu => $"{activation}({vector}, {Literal.Of(alpha)})",
        _ => $"{activation}({vector})",
    };

    /// <summary>Whether the function takes more than a few instructions.</summary>
    public static bool IsLong(Activation activation) => activation
        is Activation.Elu or Activation.Selu or Activation.Gelu or Activation.GeluTanh or Activation.Silu or Activation.Mish
        or Activation.Sigmoid or Activation.Tanh or Activation.Softplus or Activation.Softsign;

    /// <summary>Whether softmax runs in the one register that holds all outputs, before they are stored.</summary>
    public static bool IsSoftmaxInRegister(MatrixPlan plan, VectorWidth width) =>
        plan.Activation.IsSoftmax() && plan.Outputs <= width.Lanes && width.Lanes == VectorWidth.PanelLanes;

    /// <summary>The softmax of a stored row.</summary>
    public static string SoftmaxInPlace(MatrixPlan plan, string reference) =>
        $"{plan.Activation}InPlace({reference}, {Literal.Of(plan.Outputs)});";

    /// <summary>The name in descriptions: ReLU, softmax, none.</summary>
    public static string DisplayName(Activation activation) => activation switch
    {
        Activation.Identity => "none",
        Activation.Relu => "ReLU",
        Activation.LeakyRelu => "leaky ReLU",
        Activation.Relu6 => "ReLU6",
        Activation.Elu => "ELU",
        Activation.Selu => "SELU",
        Activation.Gelu => "GELU",
        Activation.GeluTanh => "GELU (tanh)",
        Activation.Silu => "SiLU",
        Activation.HardSigmoid => "hard sigmoid",
        Activation.HardSwish => "hard swish",
        Activation.HardTanh => "hard tanh",
        Activation.LogSoftmax => "log-softmax",
        _ => activation.ToString().ToLowerInvariant(),
    };
}
