using static System.FormattableString;

namespace NetGen.Generator.Tests;

/// <summary>A network drawn at random that no rule has anything to say about, and code that uses it rightly.</summary>
internal sealed class ValidNetwork
{
    private static readonly Activation[] _hidden =
        [.. Enum.GetValues<Activation>().Except([Activation.Identity, Activation.Softmax, Activation.LogSoftmax])];

    private static readonly Activation[] _saturating =
        [Activation.Sigmoid, Activation.Tanh, Activation.HardSigmoid, Activation.HardTanh, Activation.Softsign];

    private static readonly Activation[] _output =
        [.. Enum.GetValues<Activation>().Except([Activation.Relu, Activation.Relu6])];

    private readonly Random _random;
    private readonly string _name;
    private readonly int _inputs;
    private readonly DenseSpec[] _layers;

    public ValidNetwork(int index, Random random)
    {
        _random = random;
        _name = Invariant($"Net{index}");
        _inputs = Size();
        _layers = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Layer(Pick(_hidden))), Layer(Pick(_output))];
        MakeValid();
        int parameters = Enumerable.Range(0, _layers.Length).Sum(i => _layers[i].Outputs * (InputsOf(i) + (_layers[i].UseBias ? 1 : 0)));
        string arguments = random.Next(4) == 0 ? Invariant($", MaxParameters = {parameters}") : "";
        if (parameters <= 64 && random.Next(2) == 0)
        {
            arguments += $", Weights = \"{_name}.safetensors\"";
            Manifest = new ManifestFile(ManifestText.Of($"{_name}.safetensors", [.. Tensors()]), $"obj/{_name}.netgen-weights");
        }

        string layers = string.Join(" ", _layers.Select(Declare));
        Source = Invariant($"[Network({_inputs}{arguments})] {layers} {Train()}partial class {_name};\n{Use()}\n");
    }

    public string Source { get; }

    /// <summary>The network's weights file, for some of the small ones.</summary>
    public ManifestFile? Manifest { get; }

    /// <summary>Gradients survive two layers that saturate, and one unit is no choice between classes.</summary>
    private void MakeValid()
    {
        foreach (int i in Enumerable.Range(0, _layers.Length - 1).Where(i => _saturating.Contains(_layers[i].Activation)).Skip(2))
        {
            _layers[i] = _layers[i] with { Activation = Activation.Gelu };
        }

        if (_layers[^1] is { Outputs: 1, Activation: Activation.Softmax or Activation.LogSoftmax })
        {
            _layers[^1] = _layers[^1] with { Activation = Activation.Sigmoid };
        }
    }

    /// <summary>What makes the network trainable with a loss that suits its output, if any does; sometimes nothing.</summary>
    private string Train()
    {
        if (_layers.Any(layer => layer.Activation == Activation.Step) || _random.Next(3) == 0)
        {
            return "";
        }

        string[] losses = _layers[^1].Activation switch
        {
            Activation.Softmax or Activation.LogSoftmax => ["CrossEntropy", "CrossEntropy, LabelSmoothing = 0.1f"],
            Activation.Sigmoid => ["BinaryCrossEntropy", "MeanSquaredError"],
            _ when _layers[^1].Outputs == 1 => ["MeanSquaredError", "MeanAbsoluteError"],
            _ => ["CrossEntropy", "Huber", "Huber, Delta = 0.5f"],
        };
        return $"[Trainable(Loss.{Pick(losses)})] ";
    }

    private int InputsOf(int layer) => layer == 0 ? _inputs : _layers[layer - 1].Outputs;

    private DenseSpec Layer(Activation activation) => new(Size(), activation, UseBias: _random.Next(4) > 0, Pick([0.01f, 0.2f]));

    private int Size() => 1 + _random.Next(_random.Next(3) == 0 ? 100 : 6);

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    /// <summary>A layer's declaration, sometimes with its inputs.</summary>
    private string Declare(DenseSpec layer, int index) => _random.Next(3) > 0
        ? layer.Source
        : layer.Source.Replace("Dense(", Invariant($"Dense({InputsOf(index)}, "), StringComparison.Ordinal);

    private IEnumerable<(string Name, string Shape, float[] Values)> Tensors()
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            int outputs = _layers[i].Outputs, inputs = InputsOf(i);
            yield return (Invariant($"{2 * i}.weight"), Invariant($"{outputs}x{inputs}"), new float[outputs * inputs]);
            if (_layers[i].UseBias)
            {
                yield return (Invariant($"{2 * i}.bias"), Invariant($"{outputs}"), new float[outputs]);
            }
        }
    }

    /// <summary>Calls with lengths that fit, or that no one can know, and loops that make nothing twice.</summary>
    private string Use()
    {
        int inputs = _inputs, outputs = _layers[^1].Outputs;
        string classify = _layers[^1].Activation is Activation.Softmax or Activation.LogSoftmax
            ? "kind += net.Classify(Input, out float confidence) + net.Classify(unknown);"
            : "";
        return Invariant(
            $$"""
            static class UserOf{{_name}}
            {
                private static readonly float[] Input = new float[{{inputs}}];
                static void Run({{_name}} net, INetwork<{{_name}}> known, float[] unknown, float[][] rows)
                {
                    int kind = 0;
                    Span<float> output = stackalloc float[{{_name}}.OutputLength];
                    float[] inputs = new float[3 * {{inputs}}], outputs = new float[{{_name}}.OutputLength * 3];
                    float[] workspace = new float[{{_name}}.WorkspaceLength];
                    net.Forward(Input, output);
                    net.Forward(output: output, input: unknown);
                    net.Forward(inputs.AsSpan({{inputs}}, {{_name}}.InputLength), outputs.AsSpan()[..{{outputs}}], workspace);
                    net.Forward(unknown.AsSpan(1, {{inputs}}), unknown.AsSpan(1 + {{inputs}}, {{outputs}}));
                    net.ForwardBatch(inputs, outputs, workspace);
                    net.ForwardBatch(inputs, outputs, maxDegreeOfParallelism: -1);
                    known.ForwardBatch(inputs.AsSpan(0, 2 * {{inputs}}), outputs.AsSpan({{outputs}}, {{outputs}} * 2));
                    {{_name}} other = {{_name}}.Initialize(1), read = {{_name}}.Load("file");
                    {{_name}} made = {{_name}}.FromParameters(new float[(int){{_name}}.ParameterCount]);
                    foreach (float[] row in rows)
                    {
                        other.Forward(row, output);
                        made.Forward(inputs.AsSpan(kind * {{inputs}}, {{inputs}}), outputs.AsSpan(kind * {{outputs}}, {{outputs}}));
                        kind = output[0] > 0 ? 1 : 2;
                    }
                    float[][] kept = new float[rows.Length][];
                    for (int i = 0; i < rows.Length; i++)
                    {
                        kept[i] = new float[{{outputs}}];
                        read.Forward(rows[i], kept[i]);
                    }
                    {{_name}}[] ensemble = new {{_name}}[4];
                    for (int seed = 0; seed < ensemble.Length; seed++)
                    {
                        ensemble[seed] = {{_name}}.Initialize(seed);
                    }
                    {{classify}}
                }
            }
            """);
    }
}
