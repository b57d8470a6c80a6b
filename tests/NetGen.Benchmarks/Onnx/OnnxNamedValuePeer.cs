using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace NetGen.Benchmarks.Onnx;

/// <summary>ONNX Runtime as its first examples call it: named tensors in, a list of named tensors out.</summary>
internal sealed class OnnxNamedValuePeer : Peer
{
    private readonly InferenceSession _session;
    private readonly NamedOnnxValue[] _inputs;

    public OnnxNamedValuePeer(Samples samples)
        : base(PeerNames.OnnxNamedValues, samples.OutputLength)
    {
        _session = OnnxSession.Of(samples);
        DenseTensor<float> input = new(samples.Inputs, [samples.Count, samples.Network.InputLength]);
        _inputs = [NamedOnnxValue.CreateFromTensor(OnnxModel.Input, input)];
    }

    public override void Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = _session.Run(_inputs);
            ((DenseTensor<float>)results[0].Value).Buffer.Span.CopyTo(Outputs);
        }
    }

    protected override void Free() => _session.Dispose();
}
