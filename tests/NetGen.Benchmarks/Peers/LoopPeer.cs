namespace NetGen.Benchmarks;

/// <summary>The loops that a textbook has, in C#, sample by sample.</summary>
internal sealed class LoopPeer(Samples samples) : Peer(PeerNames.Loop, samples.OutputLength)
{
    private readonly DenseParameters[] _layers = [.. samples.Layers()];
    private readonly float[][] _values = [.. samples.Layers().Select(layer => new float[layer.Outputs])];

    public override void Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            for (int sample = 0; sample < samples.Count; sample++)
            {
                Forward(
                    samples.Inputs.AsSpan(sample * samples.Network.InputLength, samples.Network.InputLength),
                    Outputs.AsSpan(sample * samples.Network.OutputLength, samples.Network.OutputLength));
            }
        }
    }

    private void Forward(ReadOnlySpan<float> input, Span<float> output)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            Span<float> values = i == _layers.Length - 1 ? output : _values[i];
            Dense(_layers[i], input, values);
            Activate(_layers[i].Activation, values);
            input = values;
        }
    }

    private static void Dense(DenseParameters layer, ReadOnlySpan<float> input, Span<float> output)
    {
        for (int o = 0; o < output.Length; o++)
        {
            float sum = layer.Bias[o];
            ReadOnlySpan<float> weights = layer.Weights.AsSpan(o * layer.Inputs, layer.Inputs);
            for (int i = 0; i < input.Length; i++)
            {
                sum += weights[i] * input[i];
            }

            output[o] = sum;
        }
    }

    public static void Activate(Activation activation, Span<float> values)
    {
        if (activation == Activation.Softmax)
        {
            Softmax(values);
            return;
        }

        for (int i = 0; i < values.Length && activation != Activation.Identity; i++)
        {
            float x = values[i];
            values[i] = activation switch
            {
                Activation.Relu => MathF.Max(x, 0),
                Activation.Sigmoid => 1 / (1 + MathF.Exp(-x)),
                Activation.Tanh => MathF.Tanh(x),
                Activation.Gelu => Gelu.Of(x),
                _ => throw new NotSupportedException($"{activation}"),
            };
        }
    }

    private static void Softmax(Span<float> values)
    {
        float max = float.NegativeInfinity, sum = 0;
        foreach (float x in values)
        {
            max = MathF.Max(max, x);
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] = MathF.Exp(values[i] - max);
            sum += values[i];
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }
}
