using System.Globalization;
using CsCheck;

namespace NetGen.Generator.Tests;

/// <summary>A network to declare and train.</summary>
internal sealed record TrainingSpec(Architecture Network, Loss Loss, float LabelSmoothing, float Delta)
{
    private const Activation NoGradient = Activation.Step;

    public static Gen<TrainingSpec> Any { get; } = Gen.Select(
        Architecture.Any,
        Gen.Enum<Loss>(),
        Gen.Enum<Activation>().Where(activation => activation != NoGradient).Array[7],
        Gen.OneOf(0f, 0.1f),
        Gen.OneOf(0.3f, 1f),
        Of);

    public int Outputs => Network.Layers[^1].Outputs;

    /// <summary>The class's declaration.</summary>
    public string Source(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"[Trainable(Loss.{Loss}{Loss switch
        {
            Loss.CrossEntropy => string.Create(CultureInfo.InvariantCulture, $", LabelSmoothing = {LabelSmoothing}f"),
            Loss.Huber => string.Create(CultureInfo.InvariantCulture, $", Delta = {Delta}f"),
            _ => "",
        }})] {Network.Source(name)}");

    public override string ToString() => Source("Net");

    private static TrainingSpec Of(Architecture network, Loss loss, Activation[] activations, float smoothing, float delta)
    {
        DenseSpec[] layers = [.. network.Layers.Select((layer, i) =>
            layer.Activation == NoGradient ? layer with { Activation = activations[i] } : layer)];
        layers[^1] = loss switch
        {
            Loss.CrossEntropy when layers[^1].Outputs == 1 => layers[^1] with { Outputs = 2, Activation = Activation.Softmax },
            Loss.BinaryCrossEntropy => layers[^1] with { Activation = Activation.Sigmoid },
            _ => layers[^1],
        };
        return new(network with { Layers = layers }, loss, smoothing, delta);
    }
}
