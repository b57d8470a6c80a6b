namespace NetGen;

/// <summary>What a training has given.</summary>
/// <typeparam name="TNetwork">The network that was trained.</typeparam>
/// <param name="Network">The network of the epoch with the least validation loss; without validation, that of the last epoch.</param>
/// <param name="Epoch">That epoch, from 1.</param>
/// <param name="Validation">How good that network is on the validation data; null without any.</param>
/// <param name="EpochsDone">The epochs done, fewer than asked for if <see cref="TrainingOptions.Patience"/> ran out.</param>
public sealed record TrainingResult<TNetwork>(TNetwork Network, int Epoch, Evaluation? Validation, int EpochsDone)
    where TNetwork : INetwork<TNetwork>;
