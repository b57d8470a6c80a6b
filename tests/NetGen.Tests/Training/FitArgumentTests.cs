#pragma warning disable xUnit1051 // These trainings take no time; what cancels them is part of the tests.
namespace NetGen.Tests.Training;

[Network(2)]
[Dense(3, Activation.Softmax)]
public sealed partial class ThreeClasses;

public class FitArgumentTests
{
    private static readonly TrainingOptions _options = new() { Epochs = 1 };
    private readonly LinearTrainer _trainer = new(4);

    [Fact]
    public void OptionsHaveARange()
    {
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new TrainingOptions { Epochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new TrainingOptions { Epochs = 1, Patience = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new TrainingOptions { Epochs = 1, ValidationPart = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new TrainingOptions { Epochs = 1, ValidationPart = -0.1 });
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(
            "value", () => new TrainingOptions { Epochs = 1, ValidationPart = double.NaN });
        Assert.StartsWith("Expected a part from 0 to below 1.", thrown.Message);
    }

    [Fact]
    public void OptionsMustFitEachOther()
    {
        TrainingData<float> data = LineSamples.Of(10);
        AssertRefused(
            "options",
            "Expected validation data or a part to hold out, found both.",
            () => _trainer.Fit(data, new() { Epochs = 1, ValidationPart = 0.5 }, data));
        AssertRefused(
            "options",
            "Patience needs validation data or a part to hold out, found neither.",
            () => _trainer.Fit(data, new() { Epochs = 1, Patience = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(
            "heldOutPart", () => _trainer.Fit(data, new() { Epochs = 1, ValidationPart = 0.01 }));
        Assert.Equal(0, _trainer.StepCount);
    }

    [Fact]
    public void DataMustFitTheTrainer()
    {
        TrainingData<float> right = LineSamples.Of(10);
        var inputs = new TrainingData<float>(new float[12], new float[4], 3);
        var targets = new TrainingData<float>(new float[8], new float[8], 2, 2);
        const string Inputs = "The samples have 3 inputs each, expected 2, as the network has.";
        const string Targets = "The samples have 2 targets each, expected 1, as the network has.";

        AssertRefused("data", Inputs, () => _trainer.Fit(inputs, _options));
        AssertRefused("data", Targets, () => _trainer.Fit(targets, _options));
        AssertRefused("validation", Inputs, () => _trainer.Fit(right, _options, inputs));
        AssertRefused("validation", Targets, () => _trainer.Fit(right, _options, targets));
        Assert.Equal(0, _trainer.StepCount);

        _trainer.Fit(right, _options);
        Assert.Equal(3, _trainer.StepCount);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void LabelsMustBeClasses(int label)
    {
        var right = new TrainingData<int>(new float[6], [0, 1, 2], 2);
        var wrong = new TrainingData<int>(new float[6], [0, label, 2], 2);
        string message = $"Sample 1 has label {label}, expected labels from 0 to 2.";

        AssertRefused("data", message, () => new NoSteps().Fit(wrong, _options));
        AssertRefused("validation", message, () => new NoSteps().Fit(right, _options, wrong));
    }

    [Fact]
    public void ALossThatIsNotFiniteLeavesTheTrainerUsable()
    {
        float[] large = [.. Enumerable.Repeat(3e38f, 20)];
        var data = new TrainingData<float>(large, large.AsSpan(0, 10), 2);
        Assert.Throws<NotFiniteNumberException>(() => _trainer.Fit(data, _options));

        long steps = _trainer.StepCount;
        _trainer.Fit(LineSamples.Of(10), _options);
        Assert.Equal((0, 3), (steps, _trainer.StepCount));
    }

    private static void AssertRefused(string parameter, string message, Action action) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, action).Message);

    /// <summary>A trainer for classes that no step gets to.</summary>
    private sealed class NoSteps : ITrainer<ThreeClasses, int>
    {
        public Loss Loss => Loss.CrossEntropy;

        public Optimizer Optimizer => throw new NotSupportedException();

        public int BatchSize => 1;

        public long StepCount => 0;

        public int MaxDegreeOfParallelism { get; set; }

        public ReadOnlySpan<float> Gradients => throw new NotSupportedException();

        public int TargetLength => 1;

        public void CopyParametersTo(Span<float> destination) => throw new NotSupportedException();

        public Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets) => throw new NotSupportedException();

        public void Load(string path) => throw new NotSupportedException();

        public void Save(string path) => throw new NotSupportedException();

        public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<int> targets) => throw new NotSupportedException();

        public ThreeClasses ToNetwork() => throw new NotSupportedException();
    }
}
