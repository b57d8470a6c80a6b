using NetGen.CompilerServices;

namespace NetGen.Tests.Training.Losses;

/// <summary>What a loss asks of its targets, and the decisions it counts.</summary>
public sealed class LossTargetTests
{
    public static TheoryData<string> Names => [.. ElementLossCase.All.Select(loss => loss.Name)];

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void ALabelThatIsNoClassIsNamed(int label)
    {
        for (int place = 0; place < 40; place++)
        {
            int[] labels = [.. Enumerable.Range(0, 40).Select(i => i % 10)];
            default(CrossEntropyLoss).Check(labels, 10);
            labels[place] = label;
            ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(
                "targets", () => default(CrossEntropyLoss).Check(labels, 10));
            Assert.Equal(label, exception.ActualValue);
            Assert.StartsWith($"Label {place} is {label}; labels must be from 0 to 9.", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1e-45f, "-1E-45")]
    [InlineData(1.0000001f, "1.0000001")]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void ATargetThatIsNoProbabilityIsNamed(float target, string text)
    {
        for (int place = 0; place < 40; place++)
        {
            float[] targets = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 3 ? -0f : i % 4 / 2f)];
            default(BinaryCrossEntropyLoss).Check(targets, 10);
            targets[place] = target;
            ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(
                "targets", () => default(BinaryCrossEntropyLoss).Check(targets, 10));
            Assert.Equal(target, exception.ActualValue);
            Assert.StartsWith($"Target {place} is {text}; targets must be from 0 to 1.", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void ATargetThatIsNotFiniteIsNamed(float target, string text)
    {
        ILossFunction<float>[] losses = [default(MeanSquaredErrorLoss), default(MeanAbsoluteErrorLoss), new HuberLoss(1)];
        for (int place = 0; place < 40; place++)
        {
            float[] targets = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? float.MaxValue : float.MinValue)];
            foreach (ILossFunction<float> loss in losses)
            {
                loss.Check(targets, 10);
            }

            targets[place] = target;
            foreach (ILossFunction<float> loss in losses)
            {
                ArgumentException exception = Assert.Throws<ArgumentException>("targets", () => loss.Check(targets, 10));
                Assert.StartsWith($"Target {place} is {text}; targets must be finite.", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void ASampleHasOneLabelOrATargetAnOutput()
    {
        Assert.Equal(1, default(CrossEntropyLoss).TargetLength(7));
        Assert.All(ElementLossCase.All, loss => Assert.Equal(7, loss.Loss.TargetLength(7)));
    }

    // As Classify decides: the first of equal logits.
    [Fact]
    public void CrossEntropyCountsTheRowsWithTheLabelsLogitFirst()
    {
        float[][] rows = [[1, 3, 2], [3, 1, 3], [3, 1, 3], [-5, -5, -5], [-5, -5, -5], [0f, -0f, -1], [float.NegativeInfinity, -9, -8]];
        int[] labels = [1, 0, 2, 0, 1, 0, 2];
        bool[] isRight = [true, true, false, true, false, true, true];
        LossBatch<int> batch = new(rows.Length, 3, 32, labels);
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row].CopyTo(batch.Values, row * 32);
            Assert.Equal(isRight[row] ? 1 : 0, default(CrossEntropyLoss).CountRight(ref batch[row, 0], 32, 3, [labels[row]]));
        }

        Assert.Equal(5, default(CrossEntropyLoss).CountRight(ref batch[0, 0], 32, 3, labels));
    }

    // The probability 1/2 counts as a yes, of the network as of the target.
    [Theory]
    [InlineData(0.1f, 1f, 1)]
    [InlineData(0f, 1f, 1)]
    [InlineData(-0.1f, 1f, 0)]
    [InlineData(-0.1f, 0f, 1)]
    [InlineData(0f, 0f, 0)]
    [InlineData(0f, 0.5f, 1)]
    [InlineData(-3f, 0.49f, 1)]
    public void BinaryCrossEntropyCountsEachOutput(float logit, float target, int right)
    {
        LossBatch<float> batch = new(2, 17, 48, [.. Enumerable.Repeat(target, 34)]);
        for (int i = 0; i < 34; i++)
        {
            batch[i / 17, i % 17] = logit;
        }

        Assert.Equal(34 * right, default(BinaryCrossEntropyLoss).CountRight(ref batch[0, 0], 48, 17, batch.Targets));
        batch[1, 16] = target >= 0.5f ? -1 : 1;
        Assert.Equal(33 * right, default(BinaryCrossEntropyLoss).CountRight(ref batch[0, 0], 48, 17, batch.Targets));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ErrorsCountNoDecisions(string name)
    {
        ElementLossCase loss = ElementLossCase.Of(name);
        LossBatch<float> batch = loss.Batch(new(4), 3, 4, 16, 1);
        int right = loss.Loss.CountRight(ref batch[0, 0], 16, 4, batch.Targets);
        Assert.Equal(loss.Loss.Loss == Loss.BinaryCrossEntropy, right >= 0);
        Assert.InRange(right, -1, 12);
    }
}
