using NetGen;

namespace FirstNeuron;

/// <summary>
/// Four numbers in, the probabilities of ten classes out. The weights of the last layer are chosen so that one can
/// follow them: classes 0 to 8 each look at one of the three hidden values, with weight 1, 2 or 3; class 9 looks at
/// none of them and has a bias of 0.5.
/// </summary>
[Network(4)]
[Dense(3, Activation.Relu,
    Weights = [
        0.5f, -0.3f, 0.7f, 0.1f,
        -0.2f, 0.8f, -0.1f, 0.4f,
        0.3f, -0.5f, 0.6f, -0.2f],
    Bias = [0.1f, -0.2f, 0.05f])]
[Dense(3, Activation.Relu,
    Weights = [
        0.4f, -0.6f, 0.2f,
        0.1f, 0.5f, -0.3f,
        -0.7f, 0.3f, 0.8f],
    Bias = [0, 0.1f, -0.1f])]
[Dense(10, Activation.Softmax,
    Weights = [
        1, 0, 0,
        0, 1, 0,
        0, 0, 1,
        2, 0, 0,
        0, 2, 0,
        0, 0, 2,
        3, 0, 0,
        0, 3, 0,
        0, 0, 3,
        0, 0, 0],
    Bias = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5f])]
public sealed partial class SmallClassifier;

internal static class SmallClassifierSection
{
    public static void Run()
    {
        Console.WriteLine(SmallClassifier.Summary);
        Console.WriteLine();

        // By hand, layer by layer: the sums z = W x + b, then the activation. The parameters come in canonical order:
        // for each layer its weights, then its bias.
        float[] parameters = new float[SmallClassifier.ParameterCount];
        SmallClassifier.Default.CopyParametersTo(parameters);
        ReadOnlySpan<float> input = [0.2f, 0.8f, 0.1f, 0.9f];
        float[] values = input.ToArray();
        Print("input", values);
        int position = 0;
        foreach (LayerInfo layer in SmallClassifier.Layers)
        {
            ReadOnlySpan<float> weights = parameters.AsSpan(position, (int)layer.WeightCount);
            ReadOnlySpan<float> bias = parameters.AsSpan(position + weights.Length, layer.Outputs);
            position += (int)layer.ParameterCount;
            values = LinearAlgebra.Affine(weights, values, bias);
            Print($"{layer.Name}: sums", values);
            values = layer.Activation == Activation.Softmax ? Softmax(values) : [.. values.Select(z => Math.Max(0, z))];
            Print($"{layer.Activation}", values);
        }

        // The generated code does all of it in one call.
        Span<float> probabilities = stackalloc float[SmallClassifier.OutputLength];
        SmallClassifier.Default.Forward(input, probabilities);
        Print("Forward gives", probabilities);
        int best = SmallClassifier.Default.Classify(input, out float confidence);
        Console.WriteLine($"{"Classify gives",-16}class {best}, {confidence:P1} sure");
    }

    private static float[] Softmax(float[] values)
    {
        float[] powers = [.. values.Select(z => MathF.Exp(z - values.Max()))];
        return [.. powers.Select(power => power / powers.Sum())];
    }

    private static void Print(string label, ReadOnlySpan<float> values)
    {
        Console.Write($"{label,-16}");
        foreach (float value in values)
        {
            Console.Write($"{value,7:F3}");
        }

        Console.WriteLine();
    }
}
