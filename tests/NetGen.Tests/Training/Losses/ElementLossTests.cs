using NetGen.CompilerServices;

namespace NetGen.Tests.Training.Losses;

/// <summary>The losses that are sums over the outputs, against their formulas in float64.</summary>
public sealed class ElementLossTests
{
    public static TheoryData<string> Names => [.. ElementLossCase.All.Select(loss => loss.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AgreesWithTheFormula(string name)
    {
        ElementLossCase loss = ElementLossCase.Of(name);
        Random random = new(1);
        foreach ((int rows, int outputs, int stride) in LossShapes.All)
        {
            foreach (float magnitude in LossShapes.Magnitudes)
            {
                LossBatch<float> batch = loss.Batch(random, rows, outputs, stride, magnitude);
                (float[] gradients, double[] losses) = batch.Evaluate(loss.Functions[0]);
                AssertAgrees(loss, batch, gradients, losses);
                batch.AssertPadded(gradients);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryWidthAndSplitGivesTheSameBits(string name)
    {
        ElementLossCase loss = ElementLossCase.Of(name);
        Random random = new(2);
        foreach ((int rows, int outputs, int stride) in LossShapes.All.Where(shape => shape.Rows % 9 == 4))
        {
            foreach (float magnitude in LossShapes.Magnitudes)
            {
                loss.Batch(random, rows, outputs, stride, magnitude).AssertSameBits(loss.Functions);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OfNaNIsNaNInItsRowAlone(string name)
    {
        ElementLossCase loss = ElementLossCase.Of(name);
        for (int output = 0; output < 19; output++)
        {
            LossBatch<float> batch = loss.Batch(new(3), 3, 19, 32, 1);
            double[] before = batch.Evaluate(loss.Functions[0]).Losses;
            batch[1, output] = float.NaN;
            foreach (LossRows<float> function in loss.Functions)
            {
                (float[] gradients, double[] losses) = batch.Evaluate(function);
                Assert.Equal([before[0], double.NaN, before[2]], losses);
                batch.AssertPadded(gradients);
            }
        }
    }

    [Theory]
    [InlineData(0.5f, 0.125, 0.5f)]
    [InlineData(-0.5f, 0.125, -0.5f)]
    [InlineData(2f, 2, 2f)]
    [InlineData(-2f, 2, -2f)]
    [InlineData(2.0000002f, 2.000000476837158203125, 2f)]
    [InlineData(-5f, 8, -2f)]
    [InlineData(0f, 0, 0f)]
    public void HuberIsLinearFromDelta(float value, double loss, float gradient)
    {
        LossBatch<float> batch = new(1, 1, 16, [0]);
        batch[0, 0] = value;
        (float[] gradients, double[] losses) = batch.Evaluate(new HuberLoss(2).Rows);
        Assert.Equal(loss, losses[0]);
        Assert.Equal(LossBatch<float>.Scale * gradient, gradients[0]);
    }

    [Theory]
    [InlineData(3f, 3f, 0, 0)]
    [InlineData(0f, -0f, 0, 0)]
    [InlineData(3.0000002f, 3f, 2.384185791015625e-7, 1)]
    [InlineData(-1e30f, 0f, 1e30f, -1)]
    public void AbsoluteErrorHasTheSignForGradient(float value, float target, double loss, int sign)
    {
        LossBatch<float> batch = new(1, 1, 16, [target]);
        batch[0, 0] = value;
        (float[] gradients, double[] losses) = batch.Evaluate(default(MeanAbsoluteErrorLoss).Rows);
        Assert.Equal(loss, losses[0]);
        Assert.Equal(LossBatch<float>.Scale * sign, gradients[0]);
    }

    [Theory]
    [InlineData(1e4f, 1f, 0, 0)]
    [InlineData(1e4f, 0f, 10000, 1)]
    [InlineData(-1e4f, 1f, 10000, -1)]
    [InlineData(-1e4f, 0f, 0, 0)]
    [InlineData(3e38f, 0f, 3e38f, 1)]
    [InlineData(-3e38f, 0.5f, 1.5e38f, -0.5f)]
    public void BinaryCrossEntropyOfLargeLogitsIsLinear(float logit, float target, double loss, float gradient)
    {
        LossBatch<float> batch = new(1, 1, 16, [target]);
        batch[0, 0] = logit;
        (float[] gradients, double[] losses) = batch.Evaluate(default(BinaryCrossEntropyLoss).Rows);
        Assert.Equal(loss, losses[0]);
        Assert.Equal(LossBatch<float>.Scale * gradient, gradients[0]);
    }

    private static void AssertAgrees(ElementLossCase loss, LossBatch<float> batch, float[] gradients, double[] losses)
    {
        for (int row = 0; row < batch.Rows; row++)
        {
            double sum = 0;
            for (int output = 0; output < batch.Outputs; output++)
            {
                (double one, double slope) = loss.Exact(batch[row, output], batch.Targets[(row * batch.Outputs) + output]);
                sum += one;
                double expected = LossBatch<float>.Scale * slope;
                double error = Math.Abs(gradients[(row * batch.Stride) + output] - expected);

                // 2^-96, below which gradients are 0.
                double bound = (loss.Relative * Math.Abs(expected)) + (LossBatch<float>.Scale * loss.OfGradient) + 1.27e-29;
                Assert.True(error <= bound, $"{batch[row, output]:R}: gradient {expected:R}, error {error:g4}");
            }

            double errorOfSum = Math.Abs(losses[row] - sum);
            Assert.True(errorOfSum <= (loss.Relative * sum) + (loss.OfLoss * batch.Outputs), $"{sum:R}: error {errorOfSum:g4}");
        }
    }
}
