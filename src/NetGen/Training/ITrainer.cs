namespace NetGen;

/// <summary>
/// What every generated trainer has whatever its targets are. A trainer is for one thread at a time; its steps use more of their
/// own accord. The same seed, optimiser and batches give the same bits at any number of threads, on any CPU with fused multiply-add.
/// </summary>
/// <typeparam name="TNetwork">The network that is trained.</typeparam>
public interface ITrainer<TNetwork>
    where TNetwork : INetwork<TNetwork>
{
    /// <summary>What training makes small.</summary>
    Loss Loss { get; }

    /// <summary>How gradients change the parameters.</summary>
    Optimizer Optimizer { get; }

    /// <summary>The most samples in one step.</summary>
    int BatchSize { get; }

    /// <summary>The steps done so far, those before a loaded checkpoint included.</summary>
    long StepCount { get; }

    /// <summary>The most threads a step uses, the calling one included; -1, the default, for one a core.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is 0 or below -1.</exception>
    int MaxDegreeOfParallelism { get; set; }

    /// <summary>
    /// The gradient of the last step's loss by each parameter, in canonical order, before clipping; zeros before the first step.
    /// Valid until the next step. The first use allocates.
    /// </summary>
    ReadOnlySpan<float> Gradients { get; }

    /// <summary>Copies the parameters out, in canonical order.</summary>
    /// <param name="destination">Receives as many values as the network has parameters.</param>
    /// <exception cref="ArgumentException">The length is another; nothing was written.</exception>
    void CopyParametersTo(Span<float> destination);

    /// <summary>Makes a network of the parameters as they are.</summary>
    /// <returns>A network that further steps do not change.</returns>
    TNetwork ToNetwork();

    /// <summary>
    /// Writes a checkpoint: parameters, the optimiser's state and the step count, a safetensors file from which the network can be
    /// loaded too. The file appears whole or not at all; an existing one is replaced.
    /// </summary>
    /// <param name="path">The file's path.</param>
    void Save(string path);

    /// <summary>Goes on from a checkpoint: further steps give the bits they would have given without the interruption.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, is no checkpoint, or is of another network or optimiser; the trainer is as before.
    /// </exception>
    void Load(string path);
}
