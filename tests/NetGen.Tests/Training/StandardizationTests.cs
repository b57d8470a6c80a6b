namespace NetGen.Tests.Training;

[Network(3)]
[Dense(4, Activation.Tanh)]
[Dense(2)]
public sealed partial class Folded;

[Network(3)]
[Dense(2, UseBias = false)]
public sealed partial class FoldedWithoutBias;

public class StandardizationTests
{
    [Fact]
    public void MeasuresMeansAndDeviations()
    {
        // The third feature never changes.
        var standardization = Standardization.Of(new TrainingData<int>([1, 10, 7, 3, 10, 7, 5, 40, 7, 7, 40, 7], [0, 0, 0, 0], 3));

        Assert.Equal([4, 25, 7], standardization.Means);
        Assert.Equal([Math.Sqrt(5), 15, 1], standardization.Deviations);
    }

    [Fact]
    public void ManySamplesLoseNoDigits()
    {
        // A float's sum would have stopped growing.
        float[] inputs = [.. Enumerable.Range(0, 1_000_000).Select(i => 10_000 + (i % 2))];
        var standardization = Standardization.Of(new TrainingData<int>(inputs, new int[inputs.Length], 1));

        Assert.Equal(10_000.5, standardization.Means[0]);
        Assert.Equal(0.5, standardization.Deviations[0]);
    }

    [Fact]
    public void BringsFeaturesToMean0AndDeviation1()
    {
        TrainingData<int> data = Samples(500);
        var measured = Standardization.Of(Standardization.Of(data).Apply(data));

        for (int i = 0; i < 3; i++)
        {
            Assert.InRange(measured.Means[i], -1e-6, 1e-6);
            Assert.InRange(measured.Deviations[i], 1 - 1e-6, 1 + 1e-6);
        }
    }

    [Fact]
    public void AppliesToOtherSamplesTheSame()
    {
        var standardization = Standardization.Of(new TrainingData<float>([1, 10, 3, 30], [5, 6], 2));
        TrainingData<float> data = standardization.Apply(new TrainingData<float>([2, 40, 0, 20], [7, 8], 2));

        Assert.Equal([0, 2, -2, 0], data.Inputs);
        Assert.Equal([7, 8], data.Targets);
        float[] inputs = [2, 40];
        standardization.Apply(inputs);
        Assert.Equal([0, 2], inputs);
    }

    [Fact]
    public void TheFoldedNetworkTakesRawFeatures()
    {
        TrainingData<int> data = Samples(500);
        var standardization = Standardization.Of(data);
        var network = Folded.Initialize(4);
        Folded folded = standardization.FoldInto(network);

        float[] expected = new float[2 * data.Count], found = new float[2 * data.Count];
        network.ForwardBatch(standardization.Apply(data).Inputs, expected);
        folded.ForwardBatch(data.Inputs, found);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.InRange(found[i], expected[i] - 1e-5f, expected[i] + 1e-5f);
        }
    }

    [Fact]
    public void FoldsByTheFormula()
    {
        var standardization = Standardization.Of(new TrainingData<int>([1, 10, 5, 3, 50, 5], [0, 0], 3));
        float[] parameters = new float[Folded.ParameterCount];
        Folded.Initialize(4).CopyParametersTo(parameters);
        float[] folded = new float[Folded.ParameterCount];
        standardization.FoldInto(Folded.FromParameters(parameters)).CopyParametersTo(folded);

        // Means 2, 30, 5; deviations 1, 20, 1.
        for (int output = 0; output < 4; output++)
        {
            float[] w = parameters[(3 * output)..(3 * output + 3)];
            Assert.Equal([w[0], (float)(w[1] / 20.0), w[2]], folded[(3 * output)..(3 * output + 3)]);
            double bias = parameters[12 + output] - ((w[0] * 2.0) + (w[1] / 20.0 * 30) + (w[2] * 5.0));
            Assert.Equal((float)bias, folded[12 + output]);
        }

        Assert.Equal(parameters[16..], folded[16..]);
    }

    [Fact]
    public void WithoutABiasTheMeansMustBe0()
    {
        var network = FoldedWithoutBias.Initialize(1);
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
            () => Standardization.Of(Samples(10)).FoldInto(network));
        Assert.Equal(
            "The means are not all 0, so that the network's first layer, Dense1, needs a bias to take them, but has none.",
            thrown.Message);

        float[] before = new float[6], after = new float[6];
        network.CopyParametersTo(before);
        Standardization.Of(new TrainingData<int>([-2, 4, 1, 2, -4, -1], [0, 0], 3)).FoldInto(network).CopyParametersTo(after);
        Assert.Equal([before[0] / 2, before[1] / 4, before[2], before[3] / 2, before[4] / 4, before[5]], after);
    }

    [Fact]
    public void AFoldedParameterMustBeAFloat()
    {
        var standardization = Standardization.Of(new TrainingData<int>([1e-39f, 0, 0, -1e-39f, 0, 0], [0, 0], 3));
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
            () => standardization.FoldInto(FoldedWithoutBias.FromParameters([1, 0, 0, 0, 0, 0])));
        Assert.Matches("^A parameter of Dense1 would be [0-9.]+E\\+38, beyond the range of a float\\.$", thrown.Message);
    }

    [Fact]
    public void TheNumberOfFeaturesMustAgree()
    {
        var standardization = Standardization.Of(new TrainingData<int>([1, 2], [0], 2));

        ArgumentException thrown = Assert.Throws<ArgumentException>("network", () => standardization.FoldInto(Folded.Initialize(1)));
        Assert.StartsWith("The network has 3 inputs, expected 2.", thrown.Message);
        thrown = Assert.Throws<ArgumentException>("data", () => standardization.Apply(Samples(2)));
        Assert.StartsWith("The data has 3 inputs, expected 2.", thrown.Message);
        thrown = Assert.Throws<ArgumentException>("inputs", () => standardization.Apply(new float[3]));
        Assert.StartsWith("'inputs' has length 3, expected a multiple of 2.", thrown.Message);
    }

    /// <summary>Features of very different means and deviations.</summary>
    private static TrainingData<int> Samples(int count)
    {
        TrainingData<float> line = LineSamples.Of(count);
        float[] inputs = new float[3 * count];
        for (int i = 0; i < count; i++)
        {
            inputs[3 * i] = 1_000 + (5 * line.Inputs[2 * i]);
            inputs[(3 * i) + 1] = 0.01f * line.Inputs[(2 * i) + 1];
            inputs[(3 * i) + 2] = 40 * line.Targets[i];
        }

        return new(inputs, new int[count], 3);
    }
}
