using System.Runtime.InteropServices;
using NetGen.Tests.Weights;

namespace NetGen.Tests.Training;

/// <summary>Checkpoints: training goes on from one bit for bit, and whatever is wrong with one leaves the trainer as it is.</summary>
public sealed class CheckpointTests : IDisposable
{
    private const int Rows = 40;
    private readonly TemporaryFolder _folder = new();
    private readonly Samples _samples = Samples.Of(WideClasses.InputLength, WideClasses.OutputLength, Rows);

    public static TheoryData<Optimizer> Optimizers =>
    [
        new Sgd { LearningRate = 0.1f },
        new Sgd { LearningRate = 0.1f, Momentum = 0.9f, Nesterov = true },
        new Adam(),
        new AdamW { Schedule = LearningRateSchedule.OneCycle(10), MaxGradientNorm = 1 },
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void TrainingGoesOnBitForBit(Optimizer optimizer)
    {
        WideClasses.Trainer uninterrupted = WideClasses.CreateTrainer(optimizer, seed: 1, Rows);
        Steps(uninterrupted, 4);
        uninterrupted.Save(Checkpoint);
        Steps(uninterrupted, 3);

        WideClasses.Trainer resumed = WideClasses.CreateTrainer(optimizer, seed: 2, Rows);
        Steps(resumed, 1);
        resumed.Load(Checkpoint);
        Assert.Equal(4, resumed.StepCount);
        Steps(resumed, 3);
        Assert.Equal(7, resumed.StepCount);
        Assert.Equal(Bits(uninterrupted), Bits(resumed));
    }

    [Fact]
    public void TheNetworkLoadsFromIt()
    {
        WideClasses.Trainer trainer = Trained();
        float[] expected = Parameters(trainer), found = new float[expected.Length];
        WideClasses.Load(Checkpoint).CopyParametersTo(found);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void ATruncatedFileIsRefused()
    {
        WideClasses.Trainer trainer = Trained();
        byte[] whole = File.ReadAllBytes(Checkpoint);
        byte[] before = Bits(trainer);
        foreach (int length in (int[])[0, 7, 8, 100, 500, whole.Length / 2, whole.Length - 1])
        {
            File.WriteAllBytes(Checkpoint, whole[..length]);
            Assert.StartsWith($"'{Checkpoint}': ", Assert.Throws<InvalidDataException>(() => trainer.Load(Checkpoint)).Message);
            Assert.Equal(before, Bits(trainer));
        }
    }

    [Fact]
    public void WeightsAloneAreNoCheckpoint()
    {
        WideClasses.Trainer trainer = Trained();
        trainer.ToNetwork().Save(Checkpoint);
        Refuses(trainer, "The metadata's 'format' should be 'netgen checkpoint 1', but is missing: it is no checkpoint.");
    }

    [Fact]
    public void OneOfAnotherOptimizerIsRefused()
    {
        Trained();
        Refuses(
            WideClasses.CreateTrainer(new Adam(), seed: 1, Rows),
            "The metadata's 'optimizer' should be 'Adam', but is 'AdamW': it is of another optimiser.");
        WideClasses.CreateTrainer(new Sgd { Momentum = 0.9f }, seed: 1, Rows).Save(Checkpoint);
        Refuses(
            WideClasses.CreateTrainer(new Sgd(), seed: 1, Rows),
            "The metadata's 'state' should be '', but is 'momentum': it is of an optimiser with other settings.");
    }

    [Fact]
    public void OneOfAnotherNetworkIsRefused()
    {
        Trained();
        Classes13.Trainer other = Classes13.CreateTrainer(new AdamW(), seed: 1, Rows);
        string message = Assert.Throws<InvalidDataException>(() => other.Load(Checkpoint)).Message;
        Assert.Contains("Tensor '0.weight': Dense1 declares shape [16, 13], but the file has [150, 203].", message, StringComparison.Ordinal);
        Binary57.Trainer ofAnotherLoss = Binary57.CreateTrainer(new AdamW(), seed: 1, Rows);
        message = Assert.Throws<InvalidDataException>(() => ofAnotherLoss.Load(Checkpoint)).Message;
        Assert.Contains(
            "'loss' should be 'BinaryCrossEntropy', but is 'CrossEntropy': it is of another loss.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNoFileCanBeWrittenTheOldOneStays()
    {
        WideClasses.Trainer trainer = Trained();
        byte[] old = File.ReadAllBytes(Checkpoint);
        Assert.Throws<DirectoryNotFoundException>(() => trainer.Save(Path.Combine(_folder.Path, "none", "file")));
        Assert.Equal([Checkpoint], Directory.GetFiles(_folder.Path));
        Assert.Equal(old, File.ReadAllBytes(Checkpoint));
    }

    private string Checkpoint => Path.Combine(_folder.Path, "checkpoint.safetensors");

    private WideClasses.Trainer Trained()
    {
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new AdamW(), seed: 1, Rows);
        Steps(trainer, 3);
        trainer.Save(Checkpoint);
        return trainer;
    }

    private void Refuses(WideClasses.Trainer trainer, string message)
    {
        byte[] before = Bits(trainer);
        Assert.Equal($"'{Checkpoint}': {message}", Assert.Throws<InvalidDataException>(() => trainer.Load(Checkpoint)).Message);
        Assert.Equal(before, Bits(trainer));
    }

    private void Steps(WideClasses.Trainer trainer, int count)
    {
        for (int i = 0; i < count; i++)
        {
            trainer.Step(_samples.Inputs, _samples.Labels);
        }
    }

    private static float[] Parameters(WideClasses.Trainer trainer)
    {
        float[] parameters = new float[WideClasses.ParameterCount];
        trainer.CopyParametersTo(parameters);
        return parameters;
    }

    private static byte[] Bits(WideClasses.Trainer trainer) => MemoryMarshal.AsBytes<float>(Parameters(trainer)).ToArray();
}
