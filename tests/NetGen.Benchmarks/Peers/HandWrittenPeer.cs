namespace NetGen.Benchmarks;

/// <summary>The neuron of two inputs and a sigmoid as one expression.</summary>
internal sealed class HandWrittenPeer : Peer
{
    private readonly Neuron _neuron;
    private readonly float[] _input;

    public HandWrittenPeer(Samples samples)
        : base(PeerNames.HandWritten, samples.OutputLength)
    {
        _neuron = new Neuron(samples.Parameters[0], samples.Parameters[1], samples.Parameters[2]);
        _input = samples.Inputs;
    }

    public override void Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            _neuron.Forward(_input, Outputs);
        }
    }

    private sealed class Neuron(float weight0, float weight1, float bias)
    {
        public void Forward(ReadOnlySpan<float> input, Span<float> output) =>
            output[0] = 1 / (1 + MathF.Exp(-((weight0 * input[0]) + (weight1 * input[1]) + bias)));
    }
}
