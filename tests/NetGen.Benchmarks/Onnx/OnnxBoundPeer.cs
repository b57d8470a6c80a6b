using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Onnx;

/// <summary>ONNX Runtime with input and output bound once: its fastest way of being called.</summary>
internal sealed class OnnxBoundPeer : Peer
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input, _output;
    private readonly OrtIoBinding _binding;

    private readonly int _threads;

    public OnnxBoundPeer(Samples samples, int threads = 1)
        : base(PeerNames.OnnxBound, samples.OutputLength)
    {
        _threads = threads;
        _session = OnnxSession.Of(samples, threads);
        _input = OnnxSession.Value(samples.Inputs, samples.Count);
        _output = OnnxSession.Value(Outputs, samples.Count);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModel.Input, _input);
        _binding.BindOutput(OnnxModel.Output, _output);
    }

    // The waiting threads spin a million times before they sleep.
    public override int MillisecondsToRest => _threads == 1 ? 0 : 100;

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
