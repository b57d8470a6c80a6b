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

    /// <summary>
    /// Whether the function gives back what it is given. No other is affine: each of the rest has a bend, a jump or a
    /// curve whatever its alpha is; only softmax over one unit is constant, which is a mistake of its own.
    /// </summary>
    public static bool IsIdentity(this Activation activation, float alpha) =>
        activation == Activation.Identity || (activation == Activation.LeakyRelu && alpha == 1);

    /// <summary>Whether He's initialisation suits the function: near zero it passes positive values and damps negative ones.</summary>
    public static bool IsReluFamily(this Activation activation) => activation
        is Activation.Relu or Activation.LeakyRelu or Activation.Relu6 or Activation.Elu or Activation.Selu
        or Activation.Gelu or Activation.GeluTanh or Activation.Silu or Activation.Mish or Activation.HardSwish;
}
