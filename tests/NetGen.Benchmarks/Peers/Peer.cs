namespace NetGen.Benchmarks;

/// <summary>One way of running a network on given samples, with all that can be prepared made before.</summary>
internal abstract class Peer(string name, int outputLength) : IContestant, IDisposable
{
    public string Name => name;

    /// <summary>The results of the last call, [sample, output].</summary>
    public float[] Outputs { get; } = GC.AllocateArray<float>(outputLength, pinned: true);

    public virtual int MillisecondsToRest => 0;

    public abstract void Run(int calls);

    /// <summary>Frees native memory; most peers have none.</summary>
    public void Dispose() => Free();

    protected virtual void Free()
    {
    }
}
