namespace NetGen;

/// <summary>
/// How far a training is. Reported after each step and, with validation, once more at the end of each epoch.
/// </summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The number of epochs.</param>
/// <param name="Step">The steps done in this epoch.</param>
/// <param name="StepsPerEpoch">The number of steps in an epoch.</param>
/// <param name="TrainingLoss">
/// The mean loss of the samples taken in this epoch so far, each before the step it was in; after an interruption, of those since.
/// </param>
/// <param name="Validation">At the end of an epoch, how good the network is on the validation data; null after a step.</param>
public readonly record struct TrainingProgress(
    int Epoch, int Epochs, int Step, int StepsPerEpoch, float TrainingLoss, Evaluation? Validation);
