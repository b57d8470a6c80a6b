using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Onnx;

/// <summary>ONNX Runtime with input and output bound once: its fastest way of being called.</summary>
internal sealed class OnnxBoundPeer : Peer
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input, _output;
    private readonly OrtIoBinding _binding;

    public OnnxBoundPeer(Samples samples)
        : base(PeerNames.OnnxBound, samples.OutputLength)
    {
        _session = OnnxSession.Of(samples);
        _input = OnnxSession.Value(samples.Inputs, samples.Count);
        _output = OnnxSession.Value(Outputs, samples.Count);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModel.Input, _input);
        _binding.BindOutput(OnnxModel.Output, _output);
    }

    public override void Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            _session.RunWithBinding(_options, _binding);
        }
    }

    protected override void Free()
    {
        _binding.Dispose();
        _output.Dispose();
        _input.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
