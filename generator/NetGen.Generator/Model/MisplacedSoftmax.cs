using NetGen.Generator.Code;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>
/// Finds softmax where it does harm: over one unit, where it is constant, and in a hidden layer. One unit in a hidden
/// layer is the first of these alone.
/// </summary>
internal static class MisplacedSoftmax
{
    public static IEnumerable<Problem> In(NetworkModel model)
    {
        for (int i = 0; i < model.Layers.Count; i++)
        {
            Layer layer = model.Layers[i];
            string place = $"layer {Grouped.Number(i + 1)} of {Grouped.Number(model.Layers.Count)}";
            string name = ActivationCode.DisplayName(layer.Activation);
            if (layer.Activation.IsSoftmax() && layer.Outputs == 1)
            {
                yield return new Problem(
                    "NETGEN203",
                    $"'{layer.Name}', {place}, has {name} over 1 unit, which is always "
                        + (layer.Activation == Activation.Softmax ? "1" : "0"),
                    i,
                    "activation",
                    nameof(Activation.Sigmoid));
            }
            else if (layer.Activation.IsSoftmax() && i < model.Layers.Count - 1)
            {
                yield return new Problem(
                    "NETGEN202",
                    $"'{layer.Name}', {place} and not the last, has {name} over {Grouped.Number(layer.Outputs)} units: "
                        + "they compete for a total probability of 1 and tell the next layer little",
                    i,
                    "activation",
                    nameof(Activation.Relu));
            }
        }
    }
}
