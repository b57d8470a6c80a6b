using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace NetGen.Benchmarks;

/// <summary>TorchSharp on one thread, without gradients.</summary>
internal sealed class TorchSharpPeer : Peer
{
    private readonly Layer[] _layers;
    private readonly Tensor _input;

    public TorchSharpPeer(Samples samples)
        : base(PeerNames.TorchSharp, samples.OutputLength)
    {
        // TorchSharp's own message does not say why its library does not load.
        NativeLibrary.Load(Directory.GetFiles(AppContext.BaseDirectory, "*LibTorchSharp.*")[0]);
        set_num_threads(1);
        _input = tensor(samples.Inputs, [samples.Count, samples.Network.InputLength]);
        _layers = [.. samples.Layers().Select(layer => new Layer(
            tensor(layer.Weights, [layer.Outputs, layer.Inputs]), tensor(layer.Bias), layer.Activation))];
    }

    public override void Run(int calls)
    {
        using IDisposable mode = inference_mode();
        for (int i = 0; i < calls; i++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor values = _input;
            foreach (Layer layer in _layers)
            {
                values = Activate(layer.Activation, nn.functional.linear(values, layer.Weights, layer.Bias));
            }

            values.data<float>().CopyTo(Outputs);
        }
    }

    protected override void Free()
    {
        _input.Dispose();
        foreach (Layer layer in _layers)
        {
            layer.Weights.Dispose();
            layer.Bias.Dispose();
        }
    }

    private static Tensor Activate(Activation activation, Tensor values) => activation switch
    {
        Activation.Identity => values,
        Activation.Relu => values.relu_(),
        Activation.Sigmoid => values.sigmoid_(),
        Activation.Tanh => values.tanh_(),
        Activation.Gelu => nn.functional.gelu(values),
        Activation.Softmax => values.softmax(-1),
        _ => throw new NotSupportedException($"{activation}"),
    };

    private sealed record Layer(Tensor Weights, Tensor Bias, Activation Activation);
}
