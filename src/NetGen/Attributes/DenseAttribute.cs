namespace NetGen;

/// <summary>
/// A fully connected layer: outputs = activation(weights · inputs + bias), with weights of shape [outputs, inputs]. Sizes
/// run from 1 to 16,777,216.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute : LayerAttribute
{
    /// <summary>A layer without activation that takes all outputs of the layer before it.</summary>
    /// <param name="outputs">The number of values the layer gives.</param>
    public DenseAttribute(int outputs) => Outputs = outputs;

    /// <summary>A layer that takes all outputs of the layer before it.</summary>
    /// <param name="outputs">The number of values the layer gives.</param>
    /// <param name="activation">The function applied to each sum.</param>
    public DenseAttribute(int outputs, Activation activation)
        : this(outputs) => Activation = activation;

    /// <summary>A layer without activation whose inputs are checked against the layer before it.</summary>
    /// <param name="inputs">The number of values the layer takes.</param>
    /// <param name="outputs">The number of values the layer gives.</param>
    public DenseAttribute(int inputs, int outputs)
        : this(outputs) => Inputs = inputs;

    /// <summary>A layer whose inputs are checked against the layer before it.</summary>
    /// <param name="inputs">The number of values the layer takes.</param>
    /// <param name="outputs">The number of values the layer gives.</param>
    /// <param name="activation">The function applied to each sum.</param>
    public DenseAttribute(int inputs, int outputs, Activation activation)
        : this(outputs, activation) => Inputs = inputs;

    /// <summary>The number of values the layer takes, where it is declared; else null.</summary>
    public int? Inputs { get; }

    /// <summary>The number of values the layer gives.</summary>
    public int Outputs { get; }

    /// <summary>The function applied to each sum.</summary>
    public Activation Activation { get; }

    /// <summary>Whether a bias is added to each sum; true unless set.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>
    /// The slope of <see cref="Activation.LeakyRelu"/> below zero (0.01 unless set) or the scale of
    /// <see cref="Activation.Elu"/> below zero (1 unless set).
    /// </summary>
    public float Alpha { get; set; }

    /// <summary>
    /// Whether zeros among the inputs are passed over, for one-hot vectors, bags of words and images with an empty background:
    /// the time then goes with the inputs that are not zero. For the first layer only; false unless set.
    /// </summary>
    /// <remarks>
    /// The result has the bits of the same layer without it, but that a weight of infinity or NaN does not count where its
    /// input is zero. It pays from some part of zeros on: in a layer of
    /// 128 outputs or more about a quarter for single samples, and three quarters for batches, whose samples no longer share
    /// what is read of the weights; with fewer outputs more. Inputs without zeros take longer than without it. Layers of 8 outputs
    /// or fewer, and those of up to about 1,000 weights, read all their inputs all the same.
    /// </remarks>
    public bool SparseInput { get; set; }

    /// <summary>The weights, [outputs, inputs] row-major.</summary>
    public float[]? Weights { get; set; }

    /// <summary>The bias, one value an output.</summary>
    public float[]? Bias { get; set; }
}
