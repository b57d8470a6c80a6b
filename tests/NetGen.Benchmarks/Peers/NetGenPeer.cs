namespace NetGen.Benchmarks;

/// <summary>The generated network: <c>Forward</c> for one sample, <c>ForwardBatch</c> for more.</summary>
internal sealed class NetGenPeer(string name, Samples samples) : Peer(name, samples.OutputLength)
{
    public override void Run(int calls)
    {
        if (samples.Count == 1)
        {
            samples.Network.Forward(samples.Inputs, Outputs, calls);
        }
        else
        {
            samples.Network.ForwardBatch(samples.Inputs, Outputs, calls);
        }
    }
}
