namespace NetGen.Benchmarks;

/// <summary>The generated <c>ForwardBatch</c> with all cores.</summary>
internal sealed class AllCoresPeer(Samples samples) : Peer("NetGen, all cores", samples.OutputLength)
{
    public override void Run(int calls) => samples.Network.ForwardBatchOnAllCores(samples.Inputs, Outputs, calls);
}
