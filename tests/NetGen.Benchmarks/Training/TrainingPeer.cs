namespace NetGen.Benchmarks.Training;

/// <summary>One way of training a network on a batch, step after step.</summary>
internal abstract class TrainingPeer(string name) : IContestant, IDisposable
{
    public string Name => name;

    /// <summary>The last step's loss.</summary>
    public float Loss { get; protected set; }

    /// <summary>The last step's gradients, in canonical order.</summary>
    public abstract ReadOnlySpan<float> Gradients { get; }

    public void Run(int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            Loss = Step();
        }
    }

    /// <summary>Frees native memory; most peers have none.</summary>
    public void Dispose() => Free();

    /// <summary>Makes a step on the batch.</summary>
    /// <returns>The batch's loss before it.</returns>
    protected abstract float Step();

    protected virtual void Free()
    {
    }
}
