using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace NetGen.Benchmarks.Training;

/// <summary>TorchSharp's modules, autograd and AdamW on one thread.</summary>
internal sealed class TorchSharpTrainingPeer : TrainingPeer
{
    private readonly Tensor _inputs, _labels;
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly optim.Optimizer _optimizer;
    private float[] _gradients = [];

    public TorchSharpTrainingPeer(TrainingBatch batch)
        : base(PeerNames.TorchSharp)
    {
        // TorchSharp's own message does not say why its library does not load.
        NativeLibrary.Load(Directory.GetFiles(AppContext.BaseDirectory, "*LibTorchSharp.*")[0]);
        set_num_threads(1);
        _inputs = tensor(batch.Samples.Inputs, [batch.Count, batch.Samples.Network.InputLength]);
        _labels = tensor(batch.Labels.Select(label => (long)label).ToArray());
        List<nn.Module<Tensor, Tensor>> modules = [];
        foreach (DenseParameters layer in batch.Samples.Layers())
        {
            TorchSharp.Modules.Linear linear = nn.Linear(layer.Inputs, layer.Outputs);
            using (no_grad())
            {
                linear.weight.copy_(tensor(layer.Weights, [layer.Outputs, layer.Inputs]));
                linear.bias!.copy_(tensor(layer.Bias));
            }

            modules.Add(linear);
            if (layer.Activation == Activation.Relu)
            {
                modules.Add(nn.ReLU());
            }
        }

        _network = nn.Sequential(modules);
        _optimizer = optim.AdamW(
            _network.parameters(),
            TrainingBatch.LearningRate,
            TrainingBatch.Beta1,
            TrainingBatch.Beta2,
            TrainingBatch.Epsilon,
            TrainingBatch.WeightDecay);
    }

    public override ReadOnlySpan<float> Gradients =>
        _gradients = [.. _network.parameters().SelectMany(parameter => parameter.grad!.data<float>().ToArray())];

    protected override float Step()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        Tensor loss = nn.functional.cross_entropy(_network.call(_inputs), _labels);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    protected override void Free()
    {
        _optimizer.Dispose();
        _network.Dispose();
        _labels.Dispose();
        _inputs.Dispose();
    }
}
