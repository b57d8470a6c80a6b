namespace NetGen.Generator.Model;

/// <summary>The activations, in the order of the runtime library's <c>NetGen.Activation</c>.</summary>
internal enum Activation
{
    Identity, Step, Relu, LeakyRelu, Relu6, Elu, Selu, Gelu, GeluTanh, Silu, Mish, Sigmoid, HardSigmoid,
    HardSwish, Tanh, HardTanh, Softplus, Softsign, Softmax, LogSoftmax,
}

internal static class Activations
{
    /// <summary>Whether the function takes all outputs of a layer together.</summary>
    public static bool IsSoftmax(this Activation activation) => activation is Activation.Softmax or Activation.LogSoftmax;

    /// <summary>Whether He's initialisation suits the function: near zero it passes positive values and damps negative ones.</summary>
    public static bool IsReluFamily(this Activation activation) => activation
        is Activation.Relu or Activation.LeakyRelu or Activation.Relu6 or Activation.Elu or Activation.Selu
        or Activation.Gelu or Activation.GeluTanh or Activation.Silu or Activation.Mish or Activation.HardSwish;
}
