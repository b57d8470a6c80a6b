namespace NetGen;

/// <summary>
/// Makes a partial class a neural network: the generator writes its forward pass from the layer attributes on the same
/// declaration, in source order.
/// </summary>
/// <param name="inputs">The number of values in one input sample, from 1 to 16,777,216.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface, Inherited = false)]
public sealed class NetworkAttribute(int inputs) : Attribute
{
    /// <summary>The number of values in one input sample.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>
    /// The safetensors file with the trained weights, as a <c>NetworkWeights</c> item of the project names it. Its weights
    /// are compiled into the program and <c>Default</c> gives the network that has them.
    /// </summary>
    public string? Weights { get; set; }

    /// <summary>The most parameters the network may have; more is a build error. 0, the default, sets no limit.</summary>
    public long MaxParameters { get; set; }
}
