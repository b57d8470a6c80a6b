namespace NetGen.Benchmarks.Training;

/// <summary>The generated trainer, on one thread.</summary>
internal sealed class NetGenTrainingPeer : TrainingPeer
{
    private readonly TrainingBatch _batch;
    private readonly TrainableMlp784To10.Trainer _trainer;

    public NetGenTrainingPeer(TrainingBatch batch)
        : base(PeerNames.NetGen)
    {
        _batch = batch;
        AdamW optimizer = new()
        {
            LearningRate = TrainingBatch.LearningRate,
            Beta1 = TrainingBatch.Beta1,
            Beta2 = TrainingBatch.Beta2,
            Epsilon = TrainingBatch.Epsilon,
            WeightDecay = TrainingBatch.WeightDecay,
        };
        _trainer = TrainableMlp784To10.CreateTrainer(
            optimizer, TrainableMlp784To10.FromParameters(batch.Samples.Parameters), batch.Count);
        _trainer.MaxDegreeOfParallelism = 1;
    }

    public override ReadOnlySpan<float> Gradients => _trainer.Gradients;

    protected override float Step() => _trainer.Step(_batch.Samples.Inputs, _batch.Labels);
}
