namespace NetGen;

/// <summary>How good a network is on some samples.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Accuracy">
/// The part of the samples whose most probable class is the right one; with <see cref="Loss.BinaryCrossEntropy"/> the part of the
/// outputs that are on the target's side of 0.5. Null for other losses.
/// </param>
public readonly record struct Evaluation(float Loss, float? Accuracy);
