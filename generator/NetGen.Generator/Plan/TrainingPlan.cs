using NetGen.Generator.Code;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;

namespace NetGen.Generator.Plan;

/// <summary>How a network is trained: its layers' shapes and how their memory is laid out.</summary>
internal sealed record TrainingPlan(NetworkModel Model, EquatableArray<TrainingLayerPlan> Layers)
{
    public static TrainingPlan? Of(NetworkModel model)
    {
        if (model.Training is not { } training)
        {
            return null;
        }

        int last = model.Layers.Count - 1;
        return new(model, new(model.Layers.Select((layer, i) =>
            layer.TrainingPlan(i == last && training.Fuses(layer.Activation) ? Activation.Identity : layer.Activation))));
    }

    /// <summary>The first layer that has the same kernel: that of the same key.</summary>
    public string KernelOf(int index, Func<int, object> key, int first = 0) =>
        Layers[Enumerable.Range(first, index - first + 1).First(i => key(i).Equals(key(index)))].Name;
}

/// <summary>
/// One layer that is trained: dense, with weights in panels of 16 outputs, [panel][input][16], and, for the way back, transposed
/// in panels of 16 inputs, [panel][output][16].
/// </summary>
/// <param name="Activation">The activation; none where it is fused into the loss.</param>
internal sealed record TrainingLayerPlan(
    string Name, int Inputs, int Outputs, bool UseBias, Activation Activation, float Alpha)
{
    private const int Lanes = VectorWidth.PanelLanes;

    public int Panels => (Outputs + Lanes - 1) / Lanes;

    public int InputPanels => (Inputs + Lanes - 1) / Lanes;

    public long BiasLength => UseBias ? Panels * (long)Lanes : 0;

    public long PanelLength => MatrixPlan.LengthOfPanel(Panels, Inputs);

    public long TransposedPanelLength => MatrixPlan.LengthOfPanel(InputPanels, Outputs);

    public int InputStride => Stride(Inputs);

    public int OutputStride => Stride(Outputs);

    /// <summary>Whether the activation has a derivative at each value, which the forward pass stores.</summary>
    public bool HasDerivatives => Activation != Activation.Identity && !Activation.IsSoftmax();

    /// <summary>
    /// The floats from row to row: an odd number of cache lines, so that the same places of many rows do not share one set of
    /// the first-level cache.
    /// </summary>
    private static int Stride(int values) => (((values + Lanes - 1) / Lanes) | 1) * Lanes;
}

/// <summary>Neighbouring panels that are computed together: with 512 bits pairs, the last ones of an odd number three.</summary>
internal sealed record PanelGroup(int First, int Panels, int Repeat)
{
    public static IEnumerable<PanelGroup> Of(int panels, VectorWidth width)
    {
        if (width.Bits < 512 || panels == 1)
        {
            return [new(0, 1, panels)];
        }

        int pairs = (panels - (panels % 2 * 3)) / 2;
        IEnumerable<PanelGroup> odd = panels % 2 == 0 ? [] : [new(2 * pairs, 3, 1)];
        return pairs == 0 ? odd : odd.Prepend(new(0, 2, pairs));
    }
}
