#pragma warning disable xUnit1051 // These trainings take no time; what cancels them is part of the tests.
namespace NetGen.Tests.Training;

/// <summary>Training that is interrupted gives what it gives without.</summary>
public sealed class FitResumeTests : IDisposable
{
    private const int Epochs = 6, StepsPerEpoch = 4;
    private readonly DataFiles _files = new();
    private readonly TrainingData<float> _data = LineSamples.Of(30, noise: 1);
    private readonly TrainingData<float> _validation = LineSamples.Of(10, seed: 2, noise: 1);

    private string Checkpoint => _files.Path("checkpoint");

    private TrainingOptions Options => new() { Epochs = Epochs, Seed = 5, CheckpointPath = Checkpoint };

    public static TheoryData<int> Steps => [.. Enumerable.Range(0, (Epochs * StepsPerEpoch) + 1)];

    [Theory]
    [MemberData(nameof(Steps))]
    public void ACancelledTrainingGoesOnFromItsCheckpoint(int steps)
    {
        var whole = new LinearTrainer(8) { Batches = [] };
        TrainingResult<Line> expected = whole.Fit(_data, new() { Epochs = Epochs, Seed = 5 }, _validation);

        LinearTrainer cancelled = Cancel(new(8) { Batches = [] }, steps);
        var resumed = new LinearTrainer(8) { Batches = [] };
        resumed.Load(Checkpoint);
        Assert.Equal(steps, resumed.StepCount);
        TrainingResult<Line> result = resumed.Fit(_data, Options, _validation);

        Assert.Equal(whole.Batches, [.. cancelled.Batches!, .. resumed.Batches]);
        Assert.Equal(whole.Parameters, resumed.Parameters);
        AssertSame(expected, result);

        // The trainer that was cancelled goes on as well.
        AssertSame(expected, cancelled.Fit(_data, Options, _validation));
        Assert.Equal(whole.Parameters, cancelled.Parameters);
    }

    [Fact]
    public void AnEpochsEndHasACheckpoint()
    {
        var trainer = new LinearTrainer(8);
        trainer.Fit(_data, new() { Epochs = 2, CheckpointPath = Checkpoint });
        var loaded = new LinearTrainer(8);
        loaded.Load(Checkpoint);

        Assert.Equal((2 * StepsPerEpoch, false), (loaded.StepCount, File.Exists(Checkpoint + ".best")));
        Assert.Equal(trainer.Parameters, loaded.Parameters);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(14)]
    public void PatienceAndTheBestOutliveAnInterruption(int steps)
    {
        // The best is the second epoch, so that the fifth is the last.
        float[] losses = [5, 3, 4, 3, 3, 0];
        LinearTrainer Trainer() => new(8) { ValidationLoss = self => losses[(self.StepCount / StepsPerEpoch) - 1] };
        var options = new TrainingOptions { Epochs = Epochs, Seed = 5, CheckpointPath = Checkpoint, Patience = 3 };
        TrainingResult<Line> expected = Trainer().Fit(_data, new() { Epochs = Epochs, Seed = 5, Patience = 3 }, _validation);
        Assert.Equal((2, 5), (expected.Epoch, expected.EpochsDone));

        Cancel(Trainer(), steps, options);
        LinearTrainer resumed = Trainer();
        resumed.Load(Checkpoint);
        AssertSame(expected, resumed.Fit(_data, options, _validation));

        // Once out of patience, always so.
        AssertSame(expected, resumed.Fit(_data, options, _validation));
        Assert.Equal(5 * StepsPerEpoch, resumed.StepCount);
    }

    [Fact]
    public void AnEpochThatWasNotMeasuredIsMeasured()
    {
        // The process was killed between the checkpoint of the third epoch and its measurement, which makes it the best.
        float[] losses = [5, 3, 2, 4];
        LinearTrainer Trainer() => new(8) { ValidationLoss = self => losses[(self.StepCount / StepsPerEpoch) - 1] };
        Trainer().Fit(_data, new() { Epochs = 2, Seed = 5, CheckpointPath = Checkpoint }, _validation);
        byte[] best = File.ReadAllBytes(Checkpoint + ".best");
        Trainer().Fit(_data, new() { Epochs = 3, Seed = 5, CheckpointPath = Checkpoint }, _validation);
        File.WriteAllBytes(Checkpoint + ".best", best);

        LinearTrainer resumed = Trainer();
        resumed.Load(Checkpoint);
        TrainingResult<Line> result = resumed.Fit(
            _data, new() { Epochs = 4, Seed = 5, CheckpointPath = Checkpoint }, _validation);

        Assert.Equal((3, 4), (result.Epoch, result.EpochsDone));
    }

    [Fact]
    public void ABestThatIsAheadIsFromAnotherTraining()
    {
        // Trained on the validation data, it would be better than all that follow.
        new LinearTrainer(8) { ValidationLoss = self => -self.StepCount }.Fit(
            _validation, new() { Epochs = 60, CheckpointPath = Checkpoint }, _validation);
        LinearTrainer cancelled = Cancel(new(8), 3);
        Assert.True(File.Exists(Checkpoint + ".best"));

        TrainingResult<Line> expected = new LinearTrainer(8).Fit(_data, new() { Epochs = Epochs, Seed = 5 }, _validation);
        AssertSame(expected, cancelled.Fit(_data, Options, _validation));
    }

    [Fact]
    public void ADamagedBestIsRefusedAndTheTrainerIsAsBefore()
    {
        LinearTrainer trainer = Cancel(new(8), 5);
        float[] before = trainer.Parameters.ToArray();
        File.WriteAllText(Checkpoint + ".best", "");

        Assert.Throws<InvalidDataException>(() => trainer.Fit(_data, Options, _validation));
        Assert.Equal(5, trainer.StepCount);
        Assert.Equal(before, trainer.Parameters);
    }

    [Fact]
    public void WithoutAPathACancelledTrainerGoesOnToo()
    {
        var options = new TrainingOptions { Epochs = Epochs, Seed = 5 };
        var whole = new LinearTrainer(8);
        whole.Fit(_data, options);

        LinearTrainer trainer = Cancel(new(8), 10, options);
        TrainingResult<Line> result = trainer.Fit(_data, options);

        Assert.Equal(whole.Parameters, trainer.Parameters);
        Assert.Equal((Epochs, Epochs), (result.Epoch, result.EpochsDone));
    }

    [Fact]
    public void ATrainingThatIsDoneTakesNoMoreSteps()
    {
        var trainer = new LinearTrainer(8);
        var options = new TrainingOptions { Epochs = 2 };
        trainer.Fit(_data, options);
        float[] before = trainer.Parameters.ToArray();
        TrainingResult<Line> result = trainer.Fit(_data, options, _validation);

        Assert.Equal(before, trainer.Parameters);
        Assert.Equal((2, 2), (result.Epoch, result.EpochsDone));
        Assert.Equal(trainer.Evaluate(_validation.Inputs, _validation.Targets), result.Validation);
    }

    public void Dispose() => _files.Dispose();

    /// <summary>Trains, and cancels after a number of steps.</summary>
    private LinearTrainer Cancel(LinearTrainer trainer, int steps, TrainingOptions? options = null)
    {
        using var source = new CancellationTokenSource();
        var progress = new Canceller(() => trainer.StepCount == steps, source);
        progress.Report(default);
        void Fit() => trainer.Fit(_data, options ?? Options, _validation, progress, source.Token);
        if (steps == Epochs * StepsPerEpoch)
        {
            // There is no step after the last that could be cancelled.
            Fit();
        }
        else
        {
            Assert.Throws<OperationCanceledException>(Fit);
        }

        Assert.Equal(steps, trainer.StepCount);
        return trainer;
    }

    private static void AssertSame(TrainingResult<Line> expected, TrainingResult<Line> result)
    {
        float[] expectedParameters = new float[3], parameters = new float[3];
        expected.Network.CopyParametersTo(expectedParameters);
        result.Network.CopyParametersTo(parameters);
        Assert.Equal(expectedParameters, parameters);
        Assert.Equal(expected with { Network = result.Network }, result);
    }

    private sealed class Canceller(Func<bool> isTime, CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (isTime())
            {
                source.Cancel();
            }
        }
    }
}
