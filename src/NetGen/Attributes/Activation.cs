namespace NetGen;

/// <summary>
/// The function a layer applies to each of its sums, or for <see cref="Softmax"/> and <see cref="LogSoftmax"/> to all of
/// them together. Over all floats each is within 4 ulp or 1e-7 of the exact value, NaN gives NaN, and an infinity
/// gives the formula's limit.
/// </summary>
public enum Activation
{
    /// <summary>x: no activation, the layer is affine.</summary>
    Identity,

    /// <summary>1 where x >= 0, else 0: the threshold of Rosenblatt's perceptron (1958).</summary>
    Step,

    /// <summary>max(0, x).</summary>
    Relu,

    /// <summary>x where x >= 0, else <c>Alpha</c> times x; <c>Alpha</c> is 0.01 unless set.</summary>
    LeakyRelu,

    /// <summary>min(max(0, x), 6).</summary>
    Relu6,

    /// <summary>x where x > 0, else <c>Alpha</c> (exp(x) - 1); <c>Alpha</c> is 1 unless set. Clevert et al., 2015.</summary>
    Elu,

    /// <summary>The self-normalising ELU with its fixed scale and alpha. Klambauer et al., 2017.</summary>
    Selu,

    /// <summary>x Φ(x) with the exact normal distribution function (erf). Hendrycks and Gimpel, 2016.</summary>
    Gelu,

    /// <summary>The tanh approximation of <see cref="Gelu"/> that GPT-2 uses.</summary>
    GeluTanh,

    /// <summary>x sigmoid(x), also called swish.</summary>
    Silu,

    /// <summary>x tanh(softplus(x)). Misra, 2019.</summary>
    Mish,

    /// <summary>1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>min(max(0, x + 3), 6) / 6.</summary>
    HardSigmoid,

    /// <summary>x <see cref="HardSigmoid"/>(x). Howard et al., 2019.</summary>
    HardSwish,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>min(max(-1, x), 1).</summary>
    HardTanh,

    /// <summary>log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>x / (1 + |x|).</summary>
    Softsign,

    /// <summary>exp(x - max) / sum of exp(x - max) over the layer's outputs: probabilities of exclusive classes.</summary>
    Softmax,

    /// <summary>The logarithm of <see cref="Softmax"/>.</summary>
    LogSoftmax,
}
