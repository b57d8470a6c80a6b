namespace NetGen;

/// <summary>One call of <see cref="TrainerExtensions.Fit"/>, whose arguments have been checked.</summary>
internal sealed class TrainingRun<TNetwork, TTarget>(
    ITrainer<TNetwork, TTarget> trainer,
    TrainingData<TTarget> data,
    TrainingData<TTarget>? validation,
    TrainingOptions options,
    IProgress<TrainingProgress>? progress)
    where TNetwork : INetwork<TNetwork>
    where TTarget : unmanaged
{
    private readonly int _batchSize = Math.Min(trainer.BatchSize, data.Count);
    private readonly int _stepsPerEpoch = ((data.Count - 1) / trainer.BatchSize) + 1;
    private TrainingResult<TNetwork>? _best;

    private int EpochsDone => (int)(trainer.StepCount / _stepsPerEpoch);

    private int StepsInEpoch => (int)(trainer.StepCount % _stepsPerEpoch);

    private bool OutOfPatience => _best is not null && EpochsDone - _best.Epoch >= options.Patience;

    private string? BestPath => validation is null || options.CheckpointPath is null ? null : options.CheckpointPath + ".best";

    public TrainingResult<TNetwork> Run(CancellationToken cancellationToken)
    {
        if (trainer.StepCount > 0)
        {
            FindBestBefore();
            if (StepsInEpoch == 0)
            {
                // Measured again, in case the interruption was between the epoch's checkpoint and that of the best.
                Measure();
            }
        }

        while (EpochsDone < options.Epochs && !OutOfPatience)
        {
            float loss = TakeEpoch(cancellationToken);
            SaveCheckpoint();
            if (Measure() is Evaluation evaluation)
            {
                progress?.Report(new(EpochsDone, options.Epochs, _stepsPerEpoch, _stepsPerEpoch, loss, evaluation));
            }
        }

        return (_best ?? Result(validation is null ? null : Evaluate(validation))) with { EpochsDone = EpochsDone };
    }

    /// <summary>Takes the steps that are left of an epoch.</summary>
    /// <returns>The mean loss of their samples.</returns>
    private float TakeEpoch(CancellationToken cancellationToken)
    {
        int epoch = EpochsDone + 1;
        int[] order = new int[data.Count];
        Shuffling.ShuffleEpoch(order, options.Seed, epoch);
        float[] inputs = new float[_batchSize * data.InputLength];
        TTarget[] targets = new TTarget[_batchSize * data.TargetLength];
        double lossSum = 0;
        int samples = 0;
        for (int step = StepsInEpoch; step < _stepsPerEpoch; step++)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                SaveCheckpoint();
                cancellationToken.ThrowIfCancellationRequested();
            }

            ReadOnlySpan<int> rows = order.AsSpan(step * _batchSize);
            rows = rows[..Math.Min(_batchSize, rows.Length)];
            data.CopyRows(rows, inputs, targets);
            float loss = trainer.Step(
                inputs.AsSpan(0, rows.Length * data.InputLength), targets.AsSpan(0, rows.Length * data.TargetLength));
            lossSum += (double)loss * rows.Length;
            samples += rows.Length;
            progress?.Report(new(epoch, options.Epochs, step + 1, _stepsPerEpoch, (float)(lossSum / samples), null));
        }

        return (float)(lossSum / samples);
    }

    /// <summary>Measures the network at the end of an epoch, and keeps it if it is the best.</summary>
    private Evaluation? Measure()
    {
        if (validation is null)
        {
            return null;
        }

        Evaluation evaluation = Evaluate(validation);
        if (_best is not { Validation.Loss: float best } || evaluation.Loss < best || float.IsNaN(best))
        {
            _best = Result(evaluation);
            if (BestPath is not null)
            {
                trainer.Save(BestPath);
            }
        }

        return evaluation;
    }

    /// <summary>
    /// Finds the best epoch before an interruption in its checkpoint, of which the trainer takes a measure in passing. A checkpoint
    /// that is ahead of the trainer, or not of an epoch's end, is from another training.
    /// </summary>
    private void FindBestBefore()
    {
        if (BestPath is null || !File.Exists(BestPath))
        {
            return;
        }

        long steps = trainer.StepCount;
        SaveCheckpoint();
        trainer.Load(BestPath);
        try
        {
            if (trainer.StepCount <= steps && trainer.StepCount > 0 && StepsInEpoch == 0)
            {
                _best = Result(Evaluate(validation!));
            }
        }
        finally
        {
            trainer.Load(options.CheckpointPath!);
        }
    }

    private Evaluation Evaluate(TrainingData<TTarget> samples) => trainer.Evaluate(samples.Inputs, samples.Targets);

    private TrainingResult<TNetwork> Result(Evaluation? evaluation) => new(trainer.ToNetwork(), EpochsDone, evaluation, EpochsDone);

    private void SaveCheckpoint()
    {
        if (options.CheckpointPath is not null)
        {
            trainer.Save(options.CheckpointPath);
        }
    }
}
