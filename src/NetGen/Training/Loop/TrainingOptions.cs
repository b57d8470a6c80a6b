namespace NetGen;

/// <summary>How to train: for how long, in which order, and what to keep.</summary>
public sealed class TrainingOptions
{
    /// <summary>The times each sample is taken, those before an interruption included; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public required int Epochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }

    /// <summary>
    /// The seed of the order of the samples, which is another in each epoch, and of the choice of the samples held out. The same
    /// seed gives the same orders on every machine.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// The part of the samples that is held out for validation, from 0, the default, to below 1, as by
    /// <see cref="TrainingData{TTarget}.Split"/> with <see cref="Seed"/>. For data of one's own for it, there is a parameter.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, is 1 or above, or is NaN.</exception>
    public double ValidationPart
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a part from 0 to below 1.");
    }

    /// <summary>
    /// Stops the training once the validation loss has been no better than the best for so many epochs; null, the default, for
    /// never. Prechelt, "Early Stopping - But When?", 1998.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Patience
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(value));
            field = value;
        }
    }

    /// <summary>
    /// Where to write a checkpoint at the end of each epoch and on cancellation. With validation, a second one beside it, whose name
    /// has <c>.best</c> appended, is of the best epoch so far. Null, the default, for none.
    /// </summary>
    public string? CheckpointPath { get; init; }
}
