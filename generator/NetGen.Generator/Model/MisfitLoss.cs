using NetGen.Generator.Code;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>Finds losses that do not suit the output layer's activation.</summary>
internal static class MisfitLoss
{
    public static IEnumerable<Problem> In(NetworkModel model)
    {
        if (model.Training is not { Loss: var loss } || model.Layers.Count == 0)
        {
            yield break;
        }

        Layer output = model.Layers[^1];
        string name = $"'{output.Name}' ({SummaryText.Of(output)})";
        if (loss is Loss.MeanSquaredError or Loss.MeanAbsoluteError or Loss.Huber
            && output.Activation.IsSoftmax() && output.Outputs > 1) // Softmax over one unit is a mistake of its own.
        {
            yield return At(
                "NETGEN401",
                output.Activation == Activation.Softmax
                    ? $"{name} gives probabilities of classes, but is trained with {loss}: "
                        + "where a wrong class is almost certain, the gradient is almost 0"
                    : $"{name} gives logarithms of probabilities of classes, but is trained with {loss}, not with CrossEntropy",
                nameof(Loss.CrossEntropy));
        }
        else if (loss == Loss.CrossEntropy && output.Activation == Activation.Sigmoid)
        {
            // The others at 0, the right one at 1.
            double most = Math.E / (Math.E + output.Outputs - 1);
            yield return At(
                "NETGEN404",
                $"{name} gives outputs from 0 to 1, which CrossEntropy takes for logits: "
                    + FormattableString.Invariant($"no class can have a probability above {most:G2}"),
                nameof(Loss.BinaryCrossEntropy));
        }
    }

    private static Problem At(string id, string message, string right) =>
        new(id, message, Argument: "loss", Right: right) { IsOfTraining = true };
}
