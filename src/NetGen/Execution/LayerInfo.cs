namespace NetGen;

/// <summary>What is known of one layer of a network.</summary>
/// <param name="Name">The layer's name, as its nested class of constants has it.</param>
/// <param name="Kind">The kind of layer, such as <c>Dense</c>.</param>
/// <param name="Inputs">The number of values the layer takes.</param>
/// <param name="Outputs">The number of values the layer gives.</param>
/// <param name="Activation">The function applied to each sum.</param>
/// <param name="WeightCount">The number of weights, without the bias.</param>
/// <param name="BiasCount">The number of bias values; 0 without a bias.</param>
/// <param name="MultiplyAddCount">The number of multiply-adds for one sample.</param>
public readonly record struct LayerInfo(
    string Name,
    string Kind,
    int Inputs,
    int Outputs,
    Activation Activation,
    long WeightCount,
    long BiasCount,
    long MultiplyAddCount)
{
    /// <summary>The number of weights and bias values together.</summary>
    public long ParameterCount => WeightCount + BiasCount;
}
