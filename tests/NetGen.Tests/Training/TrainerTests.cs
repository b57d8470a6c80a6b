using System.Runtime.InteropServices;

namespace NetGen.Tests.Training;

/// <summary>What a trainer promises beside the numbers: the same bits however it is run, nothing changed by what fails.</summary>
public sealed class TrainerTests
{
    private const int Batch = 200;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(-1)]
    public void AnyNumberOfThreadsGivesTheSameBits(int threads)
    {
        Samples samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, Batch);
        WideClasses.Trainer one = Trained(1, samples), several = Trained(threads, samples);
        AssertSameBits(one.Gradients, several.Gradients);
        AssertSameBits(Parameters(one), Parameters(several));
        Assert.Equal(one.Evaluate(samples.Inputs, samples.Labels), several.Evaluate(samples.Inputs, samples.Labels));
    }

    [Fact]
    public void AStepDependsOnItsSamplesAlone()
    {
        // The memory of a larger batch has been written to before.
        WideClasses start = WideClasses.Initialize(1);
        for (int rows = 1; rows <= 50; rows++)
        {
            Samples samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, rows);
            WideClasses.Trainer exact = WideClasses.CreateTrainer(new Sgd(), start, rows);
            WideClasses.Trainer larger = WideClasses.CreateTrainer(new Sgd { LearningRate = 0 }, start, Batch);
            Samples before = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, Batch);
            larger.Step(before.Inputs, before.Labels);
            Assert.Equal(exact.Step(samples.Inputs, samples.Labels), larger.Step(samples.Inputs, samples.Labels));
            AssertSameBits(exact.Gradients, larger.Gradients);
        }
    }

    [Fact]
    public void GradientsOfABatchAreTheMeanOfItsSamples()
    {
        const int rows = 29;
        Samples samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, rows);
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new Sgd { LearningRate = 0 }, seed: 1, rows);
        trainer.Step(samples.Inputs, samples.Labels);
        float[] ofBatch = trainer.Gradients.ToArray();
        double[] sums = new double[ofBatch.Length];
        for (int row = 0; row < rows; row++)
        {
            trainer.Step(samples.Inputs.AsSpan(row * WideClasses.InputLength, WideClasses.InputLength), samples.Labels.AsSpan(row, 1));
            ReadOnlySpan<float> gradients = trainer.Gradients;
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += gradients[i] / (double)rows;
            }
        }

        float largest = ofBatch.Max(Math.Abs);
        Assert.All(sums, (sum, i) => Assert.Equal(sum / largest, ofBatch[i] / largest, 1e-5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AStepAllocatesNothing(int threads)
    {
        Samples samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, Batch);
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new AdamW { MaxGradientNorm = 1 }, seed: 1, Batch);
        trainer.MaxDegreeOfParallelism = threads;
        long least = long.MaxValue;
        for (int i = 0; i < 6; i++)
        {
            // The least of some, since the runtime may allocate once for itself.
            long before = GC.GetAllocatedBytesForCurrentThread();
            trainer.Step(samples.Inputs, samples.Labels);
            trainer.Evaluate(samples.Inputs, samples.Labels);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void ANetworkIsWhatWasEvaluatedAndStaysSo()
    {
        Samples samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, Batch);
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new Sgd { LearningRate = 0.1f }, seed: 1, 64);
        WideClasses network = trainer.ToNetwork();
        float[] outputs = new float[Batch * WideClasses.OutputLength], later = new float[outputs.Length];
        network.ForwardBatch(samples.Inputs, outputs);
        double loss = 0;
        int right = 0;
        for (int row = 0; row < Batch; row++)
        {
            Span<float> output = outputs.AsSpan(row * WideClasses.OutputLength, WideClasses.OutputLength);
            loss -= Math.Log(output[samples.Labels[row]]) / Batch;
            right += network.Classify(samples.Inputs.AsSpan(row * WideClasses.InputLength, WideClasses.InputLength))
                == samples.Labels[row] ? 1 : 0;
        }

        Evaluation evaluation = trainer.Evaluate(samples.Inputs, samples.Labels);
        Assert.Equal(loss, evaluation.Loss, 1e-5);
        Assert.Equal(right / (float)Batch, evaluation.Accuracy);
        trainer.Step(samples.Inputs.AsSpan(0, 64 * WideClasses.InputLength), samples.Labels.AsSpan(0, 64));
        network.ForwardBatch(samples.Inputs, later);
        AssertSameBits(outputs, later);
    }

    [Fact]
    public void TheSeedDecidesTheStart()
    {
        float[] expected = new float[WideClasses.ParameterCount];
        WideClasses.Initialize(7).CopyParametersTo(expected);
        AssertSameBits(expected, Parameters(WideClasses.CreateTrainer(new Sgd(), seed: 7, 1)));
    }

    [Fact]
    public void WhatFailsChangesNothing()
    {
        Samples samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, 30);
        WideClasses.Trainer expected = WideClasses.CreateTrainer(new AdamW(), seed: 1, 30);
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new AdamW(), seed: 1, 30);
        float[] withNaN = (float[])samples.Inputs.Clone();
        withNaN[WideClasses.InputLength + 3] = float.NaN;
        int[] wrong = (int[])samples.Labels.Clone();
        wrong[4] = WideClasses.OutputLength;
        string ofLoss = Assert.Throws<NotFiniteNumberException>(() => trainer.Step(withNaN, samples.Labels)).Message;
        Assert.Equal("The loss of step 1 is NaN; no parameter was changed.", ofLoss);
        string ofLabel = Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Step(samples.Inputs, wrong)).Message;
        Assert.StartsWith($"Label 4 is {WideClasses.OutputLength}; labels must be from 0 to {WideClasses.OutputLength - 1}.", ofLabel);
        string ofInputs = Assert.Throws<ArgumentException>(() => trainer.Step(samples.Inputs.AsSpan(1), samples.Labels)).Message;
        Assert.StartsWith(
            $"'inputs' has length {samples.Inputs.Length - 1}, expected a positive multiple of {WideClasses.InputLength}.", ofInputs);
        Assert.Throws<ArgumentException>(() => trainer.Step([], []));
        string ofTargets = Assert.Throws<ArgumentException>(() => trainer.Step(samples.Inputs, samples.Labels.AsSpan(1))).Message;
        Assert.StartsWith("'targets' has length 29, expected 30 (30 samples of 1).", ofTargets);
        Samples many = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, 31);
        string ofBatch = Assert.Throws<ArgumentException>(() => trainer.Step(many.Inputs, many.Labels)).Message;
        Assert.StartsWith("'inputs' has 31 samples, expected 1 to 30, the batch size.", ofBatch);
        Assert.Equal(0, trainer.StepCount);
        Assert.Equal(expected.Step(samples.Inputs, samples.Labels), trainer.Step(samples.Inputs, samples.Labels));
        AssertSameBits(Parameters(expected), Parameters(trainer));
    }

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Assert.Throws<ArgumentNullException>("optimizer", () => WideClasses.CreateTrainer(null!, seed: 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => WideClasses.CreateTrainer(new Sgd(), seed: 1, 0));
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new Sgd(), seed: 1, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.MaxDegreeOfParallelism = 0);
        Assert.Throws<ArgumentException>("destination", () => trainer.CopyParametersTo(new float[3]));
    }

    [Fact]
    public void ClippingBoundsTheNorm()
    {
        Samples samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, 30);
        WideClasses start = WideClasses.Initialize(1);
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new Sgd { LearningRate = 1, MaxGradientNorm = 0.01f }, start, 30);
        float[] before = Parameters(trainer);
        trainer.Step(samples.Inputs, samples.Labels);
        float[] after = Parameters(trainer);
        double norm = Math.Sqrt(after.Zip(before, (a, b) => ((double)a - b) * (a - b)).Sum());
        double unclipped = Math.Sqrt(trainer.Gradients.ToArray().Sum(gradient => (double)gradient * gradient));
        Assert.True(unclipped > 0.05, $"{unclipped} would not be clipped.");
        Assert.Equal(0.01, norm, 1e-5);
    }

    private static WideClasses.Trainer Trained(int threads, Samples samples)
    {
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new AdamW { MaxGradientNorm = 0.5f }, seed: 1, Batch);
        trainer.MaxDegreeOfParallelism = threads;
        for (int i = 0; i < 5; i++)
        {
            trainer.Step(samples.Inputs, samples.Labels);
        }

        return trainer;
    }

    private static float[] Parameters(WideClasses.Trainer trainer)
    {
        float[] parameters = new float[WideClasses.ParameterCount];
        trainer.CopyParametersTo(parameters);
        return parameters;
    }

    private static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) =>
        Assert.Equal(MemoryMarshal.Cast<float, int>(expected), MemoryMarshal.Cast<float, int>(actual));
}
