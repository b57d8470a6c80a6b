using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Onnx;

/// <summary>ONNX Runtime with values over the caller's own memory, made once, for input and output.</summary>
internal sealed class OnnxOrtValuePeer : Peer
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input, _output;
    private readonly string[] _inputNames = [OnnxModel.Input], _outputNames = [OnnxModel.Output];
    private readonly OrtValue[] _inputs, _outputs;

    public OnnxOrtValuePeer(Samples samples)
        : base(PeerNames.OnnxOrtValues, samples.OutputLength)
    {
        _session = OnnxSession.Of(samples);
        _input = OnnxSession.Value(samples.Inputs, samples.Count);
        _output = OnnxSession.Value(Outputs, samples.Count);
        _inputs = [_input];
        _outputs = [_output];
    }

    public override void Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            _session.Run(_options, _inputNames, _inputs, _outputNames, _outputs);
        }
    }

    protected override void Free()
    {
        _output.Dispose();
        _input.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
