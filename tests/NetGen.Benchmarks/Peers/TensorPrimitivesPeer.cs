using System.Numerics.Tensors;

namespace NetGen.Benchmarks;

/// <summary>System.Numerics.Tensors: a dot product an output, then the activation over all of them, sample by sample.</summary>
internal sealed class TensorPrimitivesPeer(Samples samples) : Peer(PeerNames.TensorPrimitives, samples.OutputLength)
{
    private readonly DenseParameters[] _layers = [.. samples.Layers()];
    private readonly float[][] _values = [.. samples.Layers().Select(layer => new float[layer.Outputs])];
    private readonly Gelu _gelu = new(samples.Layers().Max(layer => layer.Outputs));

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
            DenseParameters layer = _layers[i];
            Span<float> values = i == _layers.Length - 1 ? output : _values[i];
            for (int o = 0; o < values.Length; o++)
            {
                values[o] = TensorPrimitives.Dot(layer.Weights.AsSpan(o * layer.Inputs, layer.Inputs), input) + layer.Bias[o];
            }

            Activate(layer.Activation, values);
            input = values;
        }
    }

    private void Activate(Activation activation, Span<float> values)
    {
        switch (activation)
        {
            case Activation.Identity: break;
            case Activation.Relu: TensorPrimitives.Max(values, 0, values); break;
            case Activation.Sigmoid: TensorPrimitives.Sigmoid(values, values); break;
            case Activation.Tanh: TensorPrimitives.Tanh(values, values); break;
            case Activation.Softmax: TensorPrimitives.SoftMax(values, values); break;
            case Activation.Gelu: _gelu.Apply(values); break;
            default: throw new NotSupportedException($"{activation}");
        }
    }
}
