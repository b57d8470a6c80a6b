using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>
/// Layers that follow one another with no nonlinearity between them, so that all together are one affine map, and then
/// the activation of the last.
/// </summary>
/// <param name="First">The index of the first layer in the network.</param>
internal sealed record LinearChain(int First, EquatableArray<Layer> Layers)
{
    public int Inputs => Layers[0].Inputs;

    public int Outputs => Layers[^1].Outputs;

    public bool UsesBias => Layers.Any(layer => layer.BiasCount > 0);

    public long WeightCount => Layers.Sum(layer => layer.WeightCount);

    public long ParameterCount => Layers.Sum(layer => layer.ParameterCount);

    /// <summary>The weights of one layer that does the same.</summary>
    public long SingleWeightCount => (long)Inputs * Outputs;

    /// <summary>The parameters of one layer that does the same.</summary>
    public long SingleParameterCount => SingleWeightCount + (UsesBias ? Outputs : 0);

    /// <summary>
    /// The chain in parts, each to be merged into one layer, so that the fewest weights are left: all of it, or two parts
    /// that meet at the narrowest width where that is a bottleneck. More parts never pay: of two inner widths that are
    /// kept, doing without the wider saves weights.
    /// </summary>
    public IReadOnlyList<LinearChain> Parts
    {
        get
        {
            List<Layer> inner = [.. Layers.Take(Layers.Count - 1)];
            long narrowest = inner.Min(layer => layer.Outputs);

            // After the last of several as narrow, so that no bias between them outlives them.
            int head = inner.FindLastIndex(layer => layer.Outputs == narrowest) + 1;
            return narrowest * (Inputs + Outputs) < SingleWeightCount
                ? [Slice(0, head), Slice(head, Layers.Count - head)]
                : [this];
        }
    }

    /// <summary>The parameters that are left when the parts are merged.</summary>
    public long MergedParameterCount => Parts.Sum(part => part.SingleParameterCount);

    /// <summary>
    /// Whether merging saves nothing, as with a low-rank factorisation, two layers with a bottleneck between them. A bias
    /// counts as the weights of an input that is always 1: a narrow one in the chain can be cheaper than that of one layer.
    /// </summary>
    public bool IsFactorisation => Parts.Count == Layers.Count || ParameterCount < MergedParameterCount;

    /// <summary>The longest chains of a network, of two layers or more.</summary>
    public static IEnumerable<LinearChain> In(NetworkModel model)
    {
        int last;
        for (int first = 0; first < model.Layers.Count; first = last + 1)
        {
            for (last = first; last < model.Layers.Count - 1 && model.Layers[last].IsAffine;)
            {
                last++;
            }

            if (last > first)
            {
                yield return new LinearChain(first, new(model.Layers.Skip(first).Take(last - first + 1)));
            }
        }
    }

    private LinearChain Slice(int start, int count) => new(First + start, new(Layers.Skip(start).Take(count)));
}
