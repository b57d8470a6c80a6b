namespace NetGen.Tests.Training;

public class TrainingDataTests
{
    [Fact]
    public void ItIsACopyOfTheValues()
    {
        float[] inputs = [1, 2, 3, 4, 5, 6];
        int[] targets = [7, 8];
        var data = new TrainingData<int>(inputs.AsSpan(), targets.AsSpan(), 3);
        inputs[0] = 100;
        targets[0] = 100;

        Assert.Equal((2, 3, 1), (data.Count, data.InputLength, data.TargetLength));
        Assert.Equal([1, 2, 3, 4, 5, 6], data.Inputs);
        Assert.Equal([7, 8], data.Targets);
    }

    [Theory]
    [InlineData(0, 0, "'inputs' has length 0, expected a multiple of 3 above 0.")]
    [InlineData(7, 4, "'inputs' has length 7, expected a multiple of 3 above 0.")]
    [InlineData(6, 3, "'targets' has length 3, expected 4 (2 samples of 2).")]
    [InlineData(6, 6, "'targets' has length 6, expected 4 (2 samples of 2).")]
    public void LengthsMustAgree(int inputs, int targets, string message)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            () => new TrainingData<float>(new float[inputs].AsSpan(), new float[targets].AsSpan(), 3, 2));
        Assert.StartsWith(message, thrown.Message);
    }

    [Theory]
    [InlineData(0, 1, "inputLength")]
    [InlineData(1, 0, "targetLength")]
    public void ASampleHasValues(int inputLength, int targetLength, string parameter) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            parameter, () => new TrainingData<int>(new float[1].AsSpan(), new int[1].AsSpan(), inputLength, targetLength));

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void ValuesMustBeFinite(float value, string text)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(
            "inputs", () => new TrainingData<int>([1, 2, 3, 4, 5, value], [0, 0], 3));
        Assert.StartsWith($"'inputs' has {text} at position 2 of sample 1, expected finite numbers.", thrown.Message);

        thrown = Assert.Throws<ArgumentException>("targets", () => new TrainingData<float>([1, 2], [0, value], 1));
        Assert.StartsWith($"'targets' has {text} at position 0 of sample 1, expected finite numbers.", thrown.Message);
    }

    [Fact]
    public void ASplitHasEachSampleOnce()
    {
        float[] inputs = [.. Enumerable.Range(0, 200).Select(i => (float)i)];
        int[] targets = [.. Enumerable.Range(0, 100)];
        var data = new TrainingData<int>(inputs, targets, 2);

        (TrainingData<int> training, TrainingData<int> heldOut) = data.Split(0.23, seed: 5);

        Assert.Equal((77, 23), (training.Count, heldOut.Count));
        Assert.Equal(targets, training.Targets.ToArray().Concat(heldOut.Targets.ToArray()).Order());
        Assert.NotEqual(targets[..23], heldOut.Targets.ToArray().Order());
        foreach (TrainingData<int> part in new[] { training, heldOut })
        {
            for (int i = 0; i < part.Count; i++)
            {
                Assert.Equal([2 * part.Targets[i], (2 * part.Targets[i]) + 1], part.Inputs.Slice(2 * i, 2).ToArray());
            }
        }
    }

    [Fact]
    public void TheSeedDecidesTheSplit()
    {
        TrainingData<float> data = LineSamples.Of(50);
        float[] HeldOut(int seed) => data.Split(0.2, seed).HeldOut.Targets.ToArray();

        Assert.Equal(HeldOut(1), HeldOut(1));
        Assert.NotEqual(HeldOut(1), HeldOut(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(0.04)]
    [InlineData(0.96)]
    public void ASplitLeavesBothSidesSamples(double part)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(
            "heldOutPart", () => LineSamples.Of(10).Split(part, 1));
        Assert.StartsWith("Expected a part between 0 and 1 that leaves both sides at least one of 10 samples.", thrown.Message);
    }
}
