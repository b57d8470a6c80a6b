using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The gradients through softmax and log-softmax against products with their Jacobians in float64.</summary>
public class SoftmaxGradientTests
{
    // Rows start here in memory that has as much after them.
    private const int Margin = 16;

    private delegate void InPlace(ref float values, ref float gradients, int count);

    // As dispatched and at each width.
    private static readonly InPlace[] _softmaxes =
    [
        VectorMath.SoftmaxGradientInPlace,
        VectorMath.SoftmaxGradientByVector512,
        VectorMath.SoftmaxGradientByVector256,
        VectorMath.SoftmaxGradientByVector128,
    ];

    private static readonly InPlace[] _logSoftmaxes =
    [
        VectorMath.LogSoftmaxGradientInPlace,
        VectorMath.LogSoftmaxGradientByVector512,
        VectorMath.LogSoftmaxGradientByVector256,
        VectorMath.LogSoftmaxGradientByVector128,
    ];

    public static TheoryData<float> Magnitudes => [0f, 1f, 20f, 80f, 1e4f];

    [Theory]
    [MemberData(nameof(Magnitudes))]
    public void OfSoftmaxIsTheJacobiansProduct(float magnitude)
    {
        var random = new Random(1);
        double worst = 0;
        for (int count = 1; count <= 100; count++)
        {
            (float[] arguments, float[] gradients) = RandomRow(random, count, magnitude);
            double[] p = Probabilities(arguments);
            float[] values = [.. arguments];
            VectorMath.SoftmaxInPlace(ref values[0], count);
            float[] found = AssertSameBits(_softmaxes, values, gradients);
            for (int i = 0; i < count; i++)
            {
                double expected = Enumerable.Range(0, count).Sum(j => p[j] * ((i == j ? 1 : 0) - p[i]) * gradients[j]);
                worst = Math.Max(worst, Math.Abs(found[i] - expected));
            }
        }

        // The gradients are up to 1: the error is that of softmax and two roundings.
        Assert.InRange(worst, 0, 2e-7);
    }

    [Theory]
    [MemberData(nameof(Magnitudes))]
    public void OfLogSoftmaxIsTheJacobiansProduct(float magnitude)
    {
        var random = new Random(2);
        double worst = 0;
        for (int count = 1; count <= 100; count++)
        {
            (float[] arguments, float[] gradients) = RandomRow(random, count, magnitude);
            double[] p = Probabilities(arguments);
            float[] values = [.. arguments];
            VectorMath.LogSoftmaxInPlace(ref values[0], count);
            float[] found = AssertSameBits(_logSoftmaxes, values, gradients);
            double sum = gradients.Sum(gradient => Math.Abs((double)gradient));
            for (int i = 0; i < count; i++)
            {
                double expected = Enumerable.Range(0, count).Sum(j => ((i == j ? 1 : 0) - p[i]) * gradients[j]);
                worst = Math.Max(worst, Math.Abs(found[i] - expected) / Math.Max(1, sum));
            }
        }

        // An ulp at 1, or of the sum of the gradients' magnitudes.
        Assert.InRange(worst, 0, 1.2e-7);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ANaNGradientIsNaNEverywhere(bool isLog)
    {
        foreach (int count in (int[])[1, 7, 16, 17, 40])
        {
            for (int place = 0; place < count; place++)
            {
                (float[] values, float[] gradients) = RandomRow(new Random(3), count, 20);
                VectorMath.SoftmaxInPlace(ref values[0], count);
                gradients[place] = float.NaN;
                float[] found = AssertSameBits(isLog ? _logSoftmaxes : _softmaxes, values, gradients);
                Assert.All(found, gradient => Assert.True(float.IsNaN(gradient)));
            }
        }
    }

    // The products on the way back with subnormal numbers are slow.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IsNeverSubnormal(bool isLog)
    {
        for (int tenths = 500; tenths < 900; tenths++)
        {
            // The other's probability, down to 0, is a factor of both gradients, or of its own.
            float[] values = [tenths / 10f, 0];
            if (isLog)
            {
                VectorMath.LogSoftmaxInPlace(ref values[0], 2);
            }
            else
            {
                VectorMath.SoftmaxInPlace(ref values[0], 2);
            }

            float[] gradients = AssertSameBits(isLog ? _logSoftmaxes : _softmaxes, values, [0.01f, 0]);
            Assert.All(gradients, gradient => Assert.False(float.IsSubnormal(gradient)));
        }
    }

    private static (float[] Arguments, float[] Gradients) RandomRow(Random random, int count, float magnitude) => (
        [.. Enumerable.Range(0, count).Select(_ => ((2 * random.NextSingle()) - 1) * magnitude)],
        [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)]);

    private static double[] Probabilities(float[] arguments)
    {
        double max = arguments.Max(), sum = arguments.Sum(x => Math.Exp(x - max));
        return [.. arguments.Select(x => Math.Exp(x - max) / sum)];
    }

    /// <summary>
    /// The gradients that all functions give. Checks that those up to a multiple of 16 become zero, whatever was there beside
    /// the values and gradients, and that nothing else is written.
    /// </summary>
    private static float[] AssertSameBits(InPlace[] functions, float[] values, float[] gradients)
    {
        int count = values.Length, padding = -count & 15;
        float[] row =
        [
            .. Enumerable.Repeat(float.NaN, Margin), .. values, .. Enumerable.Repeat(float.MinValue, padding / 2),
            .. Enumerable.Repeat(float.MaxValue, padding - (padding / 2)), .. Enumerable.Repeat(float.NaN, Margin),
        ];
        float[] before = [.. Enumerable.Repeat(5f, Margin), .. gradients, .. Enumerable.Repeat(float.NaN, padding + Margin)];
        float[]? expected = null;
        foreach (InPlace function in functions)
        {
            float[] rowAfter = [.. row], after = [.. before];
            function(ref rowAfter[Margin], ref after[Margin], count);
            Assert.Equal(row, rowAfter);
            Assert.Equal(before[..Margin], after[..Margin]);
            Assert.Equal(new int[padding], after[(Margin + count)..^Margin].Select(BitConverter.SingleToInt32Bits));
            Assert.Equal(before[^Margin..], after[^Margin..]);
            expected ??= after;
            Assert.Equal(expected.Select(SameBits.Bits), after.Select(SameBits.Bits));
        }

        return expected![Margin..(Margin + count)];
    }
}
