using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>What every trainer can do beside its steps.</summary>
public static class TrainerExtensions
{
    /// <summary>
    /// Trains for a number of epochs. In each, all samples are taken once, in a new order, <see cref="ITrainer{TNetwork}.BatchSize"/>
    /// at a time; what is left at the end is a smaller batch. With validation data the network is measured at the end of each epoch
    /// and the best one is kept.
    /// <para>
    /// A trainer that has done steps goes on where they ended: in the same epoch with the same batches. So training that was
    /// cancelled, or a process that was killed, is continued by <see cref="ITrainer{TNetwork}.Load"/> and a call with the same data,
    /// options and batch size, and gives the bits it would have given. The best epoch before the interruption is found in its
    /// checkpoint, if the options have a <see cref="TrainingOptions.CheckpointPath"/>; without it, only epochs that end after the
    /// interruption count as best and for <see cref="TrainingOptions.Patience"/>.
    /// </para>
    /// </summary>
    /// <param name="trainer">The trainer. After an exception it is as after its last step, and can be used.</param>
    /// <param name="data">The samples to train on.</param>
    /// <param name="options">For how long, in which order, and what to keep.</param>
    /// <param name="validation">Samples to measure with; null for the part the options hold out, if any.</param>
    /// <param name="progress">Is told of each step on the calling thread, unless it is made otherwise.</param>
    /// <param name="cancellationToken">Ends the training before the next step.</param>
    /// <returns>The network and how good it is.</returns>
    /// <exception cref="ArgumentException">
    /// Data do not fit the trainer, or options do not fit each other; nothing was done.
    /// </exception>
    /// <exception cref="NotFiniteNumberException">A loss is NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the checkpoint, if there is a path for it, is written.</exception>
    /// <exception cref="InvalidDataException">The checkpoint of the best epoch is damaged or is of another network.</exception>
    public static TrainingResult<TNetwork> Fit<TNetwork, TTarget>(
        this ITrainer<TNetwork, TTarget> trainer,
        TrainingData<TTarget> data,
        TrainingOptions options,
        TrainingData<TTarget>? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TNetwork : INetwork<TNetwork>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        CheckFits(trainer, data, nameof(data));
        if (validation is not null)
        {
            CheckFits(trainer, validation, nameof(validation));
            if (options.ValidationPart > 0)
            {
                throw new ArgumentException(
                    "Expected validation data or a part to hold out, found both.", nameof(options));
            }
        }
        else if (options.ValidationPart > 0)
        {
            (data, validation) = data.Split(options.ValidationPart, options.Seed);
        }
        else if (options.Patience is not null)
        {
            throw new ArgumentException(
                "Patience needs validation data or a part to hold out, found neither.", nameof(options));
        }

        return new TrainingRun<TNetwork, TTarget>(trainer, data, validation, options, progress).Run(cancellationToken);
    }

    private static void CheckFits<TNetwork, TTarget>(
        ITrainer<TNetwork, TTarget> trainer, TrainingData<TTarget> data, string parameter)
        where TNetwork : INetwork<TNetwork>
        where TTarget : unmanaged
    {
        CheckLength(data.InputLength, TNetwork.InputLength, "inputs", parameter);
        CheckLength(data.TargetLength, trainer.TargetLength, "targets", parameter);
        if (typeof(TTarget) != typeof(int))
        {
            return;
        }

        // A step would refuse a wrong label too, but it cannot say which sample that is.
        ReadOnlySpan<int> labels = MemoryMarshal.Cast<TTarget, int>(data.Targets);
        int wrong = labels.IndexOfAnyExceptInRange(0, TNetwork.OutputLength - 1);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Sample {wrong} has label {labels[wrong]}, expected labels from 0 to {TNetwork.OutputLength - 1}."),
                parameter);
        }
    }

    private static void CheckLength(int found, int expected, string what, string parameter)
    {
        if (found != expected)
        {
            throw new ArgumentException($"The samples have {found} {what} each, expected {expected}, as the network has.", parameter);
        }
    }
}
