using System.Globalization;
using Consumer;
using NetGen;

// 0, 1/13, ... 12/13, over and over.
float[] image = [.. Enumerable.Range(0, FashionClassifier.InputLength).Select(i => i % 13 / 13f)];
var probabilities = new float[FashionClassifier.OutputLength];
FashionClassifier.Default.Forward(image, probabilities);
int label = FashionClassifier.Default.Classify(image, out float confidence);
Console.WriteLine(string.Join(' ', probabilities.Select(p => p.ToString("F5", CultureInfo.InvariantCulture))));
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{label} {confidence:F5} {FashionClassifier.ParameterCount}"));

var output = new float[ExclusiveOr.OutputLength];
foreach (float[] input in (float[][])[[0, 0], [0, 1], [1, 0], [1, 1]])
{
    ExclusiveOr.Default.Forward(input, output);
    Console.WriteLine(output[0].ToString(CultureInfo.InvariantCulture));
}

Console.WriteLine(Run(Neuron.Default).ToString("F5", CultureInfo.InvariantCulture));

// On all cores: the same bits, and nothing allocated after the first call.
float[] inputs = [.. Enumerable.Range(0, 40_000).Select(i => i % 17 / 17f)];
float[] expected = new float[20_000], outputs = new float[20_000];
Neuron.Default.ForwardBatch(inputs, expected);
long least = long.MaxValue;
for (int i = 0; i < 20; i++)
{
    long before = GC.GetTotalAllocatedBytes(precise: true);
    Neuron.Default.ForwardBatch(inputs, outputs, -1);
    least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
}

Console.WriteLine($"{outputs.SequenceEqual(expected)} {least}");

static float Run<T>(T network)
    where T : INetwork<T>
{
    var output = new float[T.OutputLength];
    network.Forward([2, 3], output);
    return output[0];
}

namespace Consumer
{
    /// <summary>Its weights are an embedded resource.</summary>
    [Network(784, Weights = "models/fashion.safetensors")]
    [Dense(256, Activation.Relu)]
    [Dense(128, Activation.Relu)]
    [Dense(10, Activation.Softmax)]
    public sealed partial class FashionClassifier;

    /// <summary>Its weights are few, so they are in the generated code.</summary>
    [Network(2, Weights = "models/xor.safetensors")]
    [Dense(2, Activation.Relu)]
    [Dense(1)]
    public sealed partial class ExclusiveOr;

    /// <summary>Its weights are in the attribute.</summary>
    [Network(2)]
    [Dense(1, Activation.Sigmoid, Weights = [0.7f, 0.3f], Bias = [-4f])]
    public sealed partial class Neuron;
}
