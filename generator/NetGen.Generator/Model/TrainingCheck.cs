using NetGen.Generator.Code;
using NetGen.Generator.Declaration;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>Checks that a trainable network can be trained: the arguments of <c>[Trainable]</c>, and that gradients can be.</summary>
internal static class TrainingCheck
{
    public static void Check(NetworkDeclaration declaration, NetworkModel model, List<Problem> problems)
    {
        if (declaration.Training is not { } training || model.Training is not { } trained)
        {
            return;
        }

        problems.AddRange(InArguments(training, declaration.Type.Name));

        // Of values that are out of range, and of layers whose order is not known, nothing follows.
        if (Sizes.AreKnown(problems) && model.Layers.Count > 0 && declaration.LayersElsewhere == 0)
        {
            problems.AddRange(InLayers(model, trained.Loss));
        }
    }

    private static IEnumerable<Problem> InArguments(TrainingDeclaration training, string name)
    {
        foreach (string argument in new[] { "loss", "LabelSmoothing", "Delta" })
        {
            if (training.IsUnknown(argument) || (argument == "loss" && !training.Has(argument)))
            {
                yield return At(argument, Sizes.UnknownMessage($"'{argument}' of [Trainable]")) with { IsCompilersError = true };
            }
        }

        Loss? loss = TrainingModel.LossOf(training);
        if (loss is null && training.Has("loss"))
        {
            yield return At(
                "loss",
                $"'{name}' has the undefined loss {Grouped.Number(training.Get("loss", 0))}, expected 0 to "
                    + Grouped.Number(Enum.GetValues(typeof(Loss)).Length - 1));
        }

        if (training.Has("LabelSmoothing"))
        {
            float smoothing = training.Get("LabelSmoothing", 0f);
            if (loss is not (null or Loss.CrossEntropy))
            {
                yield return At("LabelSmoothing", $"'LabelSmoothing' is given with {loss}, expected with CrossEntropy only");
            }
            else if (!(smoothing is >= 0 and < 1))
            {
                yield return At(
                    "LabelSmoothing",
                    FormattableString.Invariant($"'LabelSmoothing' is {smoothing}, expected a number from 0 to below 1"));
            }
        }

        if (training.Has("Delta"))
        {
            float delta = training.Get("Delta", 1f);
            if (loss is not (null or Loss.Huber))
            {
                yield return At("Delta", $"'Delta' is given with {loss}, expected with Huber only");
            }
            else if (!(delta is > 0 and <= float.MaxValue))
            {
                yield return At("Delta", FormattableString.Invariant($"'Delta' is {delta}, expected a finite number above 0"));
            }
        }
    }

    private static IEnumerable<Problem> InLayers(NetworkModel model, Loss loss)
    {
        int last = model.Layers.Count - 1;
        Layer output = model.Layers[last];
        for (int i = 0; i <= last; i++)
        {
            Layer layer = model.Layers[i];
            if (layer.Activation == Activation.Step)
            {
                yield return new Problem(
                    "NETGEN403",
                    $"'{layer.Name}' ({SummaryText.Of(layer)}) has a derivative of 0: no gradient reaches its parameters"
                        + (i == 0 ? "" : " or those of the layers before it"),
                    i,
                    "activation",
                    i < last ? nameof(Activation.Relu)
                        : loss == Loss.CrossEntropy ? nameof(Activation.Softmax)
                        : nameof(Activation.Sigmoid));
            }
        }

        if (loss == Loss.CrossEntropy && output.Outputs == 1)
        {
            yield return new Problem(
                "NETGEN402",
                $"'{output.Name}' ({SummaryText.Of(output)}) is the output layer: CrossEntropy of one class is always 0",
                last,
                "outputs");
        }
        else if (loss == Loss.BinaryCrossEntropy && output.Activation is not (Activation.Sigmoid or Activation.Step))
        {
            yield return new Problem(
                "NETGEN406",
                $"'{output.Name}' ({SummaryText.Of(output)}) is the output layer: BinaryCrossEntropy needs the probabilities of a sigmoid",
                last,
                "activation",
                nameof(Activation.Sigmoid));
        }
    }

    private static Problem At(string argument, string message) =>
        new("NETGEN007", message, Argument: argument) { IsOfTraining = true };
}
