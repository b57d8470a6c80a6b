using NetGen.Generator.Code;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>Finds output layers that cut off what is below zero.</summary>
internal static class CutOutputs
{
    public static IEnumerable<Problem> In(NetworkModel model)
    {
        int last = model.Layers.Count - 1;
        if (last >= 0 && model.Layers[last] is { Activation: Activation.Relu or Activation.Relu6 } layer)
        {
            yield return new Problem(
                "NETGEN206",
                $"'{layer.Name}' ({SummaryText.Of(layer)}) is the output layer: no output can be negative"
                    + (layer.Activation == Activation.Relu6 ? " or above 6, and one at a limit" : ", and one at 0")
                    + " has no gradient",
                last,
                "activation");
        }
    }
}
