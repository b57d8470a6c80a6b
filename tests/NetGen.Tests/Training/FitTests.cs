#pragma warning disable xUnit1051 // These trainings take no time; what cancels them is part of the tests.
namespace NetGen.Tests.Training;

public class FitTests
{
    [Fact]
    public void LearnsALine()
    {
        TrainingResult<Line> result = new LinearTrainer(16).Fit(LineSamples.Of(200), new() { Epochs = 50 });

        float[] parameters = new float[3];
        result.Network.CopyParametersTo(parameters);
        Assert.InRange(parameters[0], 2.9999f, 3.0001f);
        Assert.InRange(parameters[1], -2.0001f, -1.9999f);
        Assert.InRange(parameters[2], 0.9999f, 1.0001f);
        Assert.Equal((50, 50, null), (result.Epoch, result.EpochsDone, result.Validation));
    }

    [Fact]
    public void AnEpochHasEachSampleOnceInAnOrderOfItsOwn()
    {
        TrainingData<float> data = LineSamples.Of(50);
        var trainer = new LinearTrainer(16) { Batches = [] };
        trainer.Fit(data, new() { Epochs = 2, Seed = 3 });

        Assert.Equal([16, 16, 16, 2, 16, 16, 16, 2], trainer.Batches!.Select(batch => batch.Length));
        float[] first = [.. trainer.Batches![..4].SelectMany(batch => batch)];
        float[] second = [.. trainer.Batches[4..].SelectMany(batch => batch)];
        float[] samples = [.. data.Inputs.ToArray().Where((_, i) => i % 2 == 0)];
        Assert.Equal(samples.Order(), first.Order());
        Assert.Equal(samples.Order(), second.Order());
        Assert.NotEqual(samples, first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void ABatchMayBeLargerThanTheData()
    {
        var trainer = new LinearTrainer(1_000) { Batches = [] };
        trainer.Fit(LineSamples.Of(5), new() { Epochs = 3 });

        Assert.Equal([5, 5, 5], trainer.Batches!.Select(batch => batch.Length));
    }

    [Fact]
    public void TheSeedDecidesTheBits()
    {
        TrainingData<float> data = LineSamples.Of(50, noise: 1);
        float[] Train(int seed)
        {
            var trainer = new LinearTrainer(8);
            trainer.Fit(data, new() { Epochs = 3, Seed = seed, ValidationPart = 0.1 });
            return trainer.Parameters.ToArray();
        }

        Assert.Equal(Train(1), Train(1));
        Assert.NotEqual(Train(1), Train(2));
    }

    [Fact]
    public void TheValidationPartIsHeldOutAndMeasured()
    {
        TrainingData<float> data = LineSamples.Of(50, noise: 1);
        (TrainingData<float> training, TrainingData<float> heldOut) = data.Split(0.2, seed: 9);
        var trainer = new LinearTrainer(8);
        var same = new LinearTrainer(8);

        TrainingResult<Line> result = trainer.Fit(data, new() { Epochs = 1, Seed = 9, ValidationPart = 0.2 });
        same.Fit(training, new() { Epochs = 1, Seed = 9 }, heldOut);

        Assert.Equal(same.Parameters, trainer.Parameters);
        Assert.Equal(same.Evaluate(heldOut.Inputs, heldOut.Targets), result.Validation);
    }

    [Fact]
    public void ReportsEachStepAndEachMeasurement()
    {
        TrainingData<float> data = LineSamples.Of(20);
        var trainer = new LinearTrainer(8);
        var reports = new Reports();
        trainer.Fit(data, new() { Epochs = 2 }, LineSamples.Of(7, seed: 2), reports);

        Assert.Equal(
            [(1, 1, false), (1, 2, false), (1, 3, false), (1, 3, true), (2, 1, false), (2, 2, false), (2, 3, false), (2, 3, true)],
            reports.Select(report => (report.Epoch, report.Step, report.Validation is not null)));
        Assert.All(reports, report => Assert.Equal((2, 3), (report.Epochs, report.StepsPerEpoch)));
        Assert.Equal(trainer.Evaluate(LineSamples.Of(7, seed: 2).Inputs, LineSamples.Of(7, seed: 2).Targets), reports[^1].Validation);
    }

    [Fact]
    public void TheTrainingLossIsTheMeanOfTheEpochsSamples()
    {
        TrainingData<float> data = LineSamples.Of(10);
        var steps = new LinearTrainer(8);
        int[] order = new int[10];
        Shuffling.ShuffleEpoch(order, seed: 0, epoch: 1);
        float[] inputs = new float[20], targets = new float[10];
        data.CopyRows(order, inputs, targets);
        float first = steps.Step(inputs.AsSpan(0, 16), targets.AsSpan(0, 8));
        float second = steps.Step(inputs.AsSpan(16), targets.AsSpan(8));

        var reports = new Reports();
        new LinearTrainer(8).Fit(data, new() { Epochs = 1 }, progress: reports);

        Assert.Equal([first, (float)(((8.0 * first) + (2.0 * second)) / 10)], reports.Select(report => report.TrainingLoss));
    }

    [Fact]
    public void TheBestEpochIsKeptAndPatienceEndsTheTraining()
    {
        // By epoch: 5, 3, 4, 3, 3 and no more, though the next would be the best.
        float[] losses = [5, 3, 4, 3, 3, 0];
        TrainingData<float> data = LineSamples.Of(16, noise: 1);
        var trainer = new LinearTrainer(8) { ValidationLoss = self => losses[(self.StepCount / 2) - 1] };
        TrainingResult<Line> result = trainer.Fit(data, new() { Epochs = 6, Patience = 3 }, data);

        var twoEpochs = new LinearTrainer(8);
        twoEpochs.Fit(data, new() { Epochs = 2 });
        float[] best = new float[3];
        result.Network.CopyParametersTo(best);
        Assert.Equal(twoEpochs.Parameters, best);
        Assert.Equal((2, 5, 3f), (result.Epoch, result.EpochsDone, result.Validation!.Value.Loss));
    }

    [Fact]
    public void WithoutPatienceTheBestOfAllEpochsIsKept()
    {
        float[] losses = [float.NaN, 3, 4, float.NaN, 5, 2.5f];
        TrainingData<float> data = LineSamples.Of(16);
        var trainer = new LinearTrainer(8) { ValidationLoss = self => losses[(self.StepCount / 2) - 1] };
        TrainingResult<Line> result = trainer.Fit(data, new() { Epochs = 6 }, data);

        Assert.Equal((6, 6, 2.5f), (result.Epoch, result.EpochsDone, result.Validation!.Value.Loss));
    }

    [Fact]
    public void AStepAllocatesNothing()
    {
        TrainingData<float> data = LineSamples.Of(10_000);
        var options = new TrainingOptions { Epochs = 1 };
        var reports = new LastReport();
        long Allocated()
        {
            var trainer = new LinearTrainer(8);
            long before = GC.GetAllocatedBytesForCurrentThread();
            trainer.Fit(data, options, progress: reports);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The least of some runs, since the runtime may allocate for itself once. The samples' order is 40,000 bytes; the rest is
        // less than a byte for each of the 1,250 steps.
        Assert.InRange(Enumerable.Range(0, 5).Min(_ => Allocated()), 40_000, 41_249);
        Assert.Equal(1_250, reports.Last.Step);
    }

    /// <summary>Reports as they come.</summary>
    private sealed class Reports : List<TrainingProgress>, IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => Add(value);
    }

    private sealed class LastReport : IProgress<TrainingProgress>
    {
        public TrainingProgress Last { get; private set; }

        public void Report(TrainingProgress value) => Last = value;
    }
}
