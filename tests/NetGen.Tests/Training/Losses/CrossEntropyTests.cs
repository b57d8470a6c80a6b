using NetGen.CompilerServices;

namespace NetGen.Tests.Training.Losses;

/// <summary>The cross entropy of logits against its formula in float64, with label smoothing and without.</summary>
public sealed class CrossEntropyTests
{
    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.9f)]
    public void AgreesWithTheFormula(float labelSmoothing)
    {
        Random random = new(1);
        double worstLoss = 0, worstGradient = 0;
        foreach ((int rows, int outputs, int stride) in LossShapes.All)
        {
            foreach (float magnitude in LossShapes.Magnitudes)
            {
                LossBatch<int> batch = Batch(random, rows, outputs, stride, magnitude);
                (float[] gradients, double[] losses) = batch.Evaluate(new CrossEntropyLoss(labelSmoothing).Rows);
                batch.AssertPadded(gradients);
                for (int row = 0; row < rows; row++)
                {
                    double[] expected = new double[outputs];
                    double loss = Exact(batch, row, labelSmoothing, expected);
                    worstLoss = Math.Max(worstLoss, Math.Abs(losses[row] - loss) / Math.Max(1, loss));
                    for (int i = 0; i < outputs; i++)
                    {
                        worstGradient = Math.Max(
                            worstGradient, Math.Abs((gradients[(row * stride) + i] / LossBatch<int>.Scale) - expected[i]));
                    }
                }
            }
        }

        // About an ulp at 1 each. The gradient is not scaled here; with smoothing it is rounded twice more.
        Assert.InRange(worstLoss, 0, 1.5e-7);
        Assert.InRange(worstGradient, 0, 2e-7);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    public void EveryWidthAndSplitGivesTheSameBits(float labelSmoothing)
    {
        Random random = new(2);
        LossRows<int>[] functions = Functions(labelSmoothing);
        foreach ((int rows, int outputs, int stride) in LossShapes.All.Where(shape => shape.Rows % 9 == 4))
        {
            foreach (float magnitude in LossShapes.Magnitudes)
            {
                Batch(random, rows, outputs, stride, magnitude).AssertSameBits(functions);
            }
        }
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    public void OfNaNIsNaNInItsRowAlone(float labelSmoothing)
    {
        for (int output = 0; output < 19; output++)
        {
            LossBatch<int> batch = Batch(new(3), 3, 19, 32, 1);
            (float[] gradientsBefore, double[] before) = batch.Evaluate(new CrossEntropyLoss(labelSmoothing).Rows);
            batch[1, output] = float.NaN;
            foreach (LossRows<int> function in Functions(labelSmoothing))
            {
                (float[] gradients, double[] losses) = batch.Evaluate(function);
                Assert.Equal([before[0], double.NaN, before[2]], losses);
                Assert.Equal(
                    [.. gradientsBefore[..32], .. Enumerable.Repeat(float.NaN, 19), .. new float[13], .. gradientsBefore[64..]],
                    gradients);
            }
        }
    }

    [Theory]
    [InlineData(new[] { 1e4f, -1e4f, 0f }, 0, 0, new[] { 0f, 0f, 0f })]
    [InlineData(new[] { 1e4f, -1e4f, 0f }, 1, 20000, new[] { 1f, -1f, 0f })]
    [InlineData(new[] { 3e38f, -3e38f }, 1, 2.0 * 3e38f, new[] { 1f, -1f })]
    [InlineData(new[] { float.NegativeInfinity, 3f }, 1, 0, new[] { 0f, 0f })]
    [InlineData(new[] { float.NegativeInfinity, 3f }, 0, double.PositiveInfinity, new[] { -1f, 1f })]
    [InlineData(new[] { -80f }, 0, 0, new[] { 0f })]
    public void ExtremeLogits(float[] logits, int label, double loss, float[] expected)
    {
        LossBatch<int> batch = new(1, logits.Length, 16, [label]);
        logits.CopyTo(batch.Values, 0);
        foreach (LossRows<int> function in Functions(0))
        {
            (float[] gradients, double[] losses) = batch.Evaluate(function);
            Assert.Equal(loss, losses[0]);
            Assert.Equal(expected.Select(value => LossBatch<int>.Scale * value), gradients[..logits.Length]);
        }
    }

    // Where the label's logit is far above all others, the loss is far below a float's distance from 1. The error is that of
    // exp at 80 without fused multiply-adds, 3.6E-6.
    [Theory]
    [InlineData(15f)]
    [InlineData(20f)]
    [InlineData(40f)]
    [InlineData(80f)]
    public void SmallLossesAreNotLost(float logit)
    {
        LossBatch<int> batch = new(1, 2, 16, [0]);
        batch[0, 0] = logit;
        batch[0, 1] = 0;
        double exact = Math.Exp(-logit);
        foreach (LossRows<int> function in Functions(0))
        {
            double[] losses = batch.Evaluate(function).Losses;
            Assert.InRange(losses[0] / exact, 1 - 4e-6, 1 + 4e-6);
        }
    }

    private static LossRows<int>[] Functions(float s) =>
    [
        new CrossEntropyLoss(s).Rows,
        (ref float values, ref float gradients, int stride, int outputs, ReadOnlySpan<int> targets, float scale, Span<double> losses) =>
            VectorMath.CrossEntropyVector512(s, ref values, ref gradients, stride, outputs, targets, scale, losses),
        (ref float values, ref float gradients, int stride, int outputs, ReadOnlySpan<int> targets, float scale, Span<double> losses) =>
            VectorMath.CrossEntropyVector256(s, ref values, ref gradients, stride, outputs, targets, scale, losses),
        (ref float values, ref float gradients, int stride, int outputs, ReadOnlySpan<int> targets, float scale, Span<double> losses) =>
            VectorMath.CrossEntropyVector128(s, ref values, ref gradients, stride, outputs, targets, scale, losses),
    ];

    private static LossBatch<int> Batch(Random random, int rows, int outputs, int stride, float magnitude)
    {
        LossBatch<int> batch = new(rows, outputs, stride, [.. Enumerable.Range(0, rows).Select(_ => random.Next(outputs))]);
        for (int i = 0; i < rows * outputs; i++)
        {
            batch[i / outputs, i % outputs] = ((2 * random.NextSingle()) - 1) * magnitude;
        }

        return batch;
    }

    /// <summary>The loss of a row; its gradient, not scaled.</summary>
    private static double Exact(LossBatch<int> batch, int row, float labelSmoothing, double[] gradient)
    {
        double[] logits = [.. Enumerable.Range(0, batch.Outputs).Select(output => (double)batch[row, output])];
        double max = logits.Max(), sum = logits.Sum(logit => Math.Exp(logit - max));
        double loss = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            double target = ((double)labelSmoothing / logits.Length) + (i == batch.Targets[row] ? 1 - (double)labelSmoothing : 0);
            loss -= target * (logits[i] - max - Math.Log(sum));
            gradient[i] = (Math.Exp(logits[i] - max) / sum) - target;
        }

        return loss;
    }
}
