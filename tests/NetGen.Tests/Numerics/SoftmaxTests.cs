using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class SoftmaxTests
{
    private delegate void InPlace(ref float values, int count);

    // In memory, as dispatched and at each width.
    private static readonly InPlace[] _softmaxes =
    [
        VectorMath.SoftmaxInPlace,
        VectorMath.SoftmaxByVector512,
        VectorMath.SoftmaxByVector256,
        VectorMath.SoftmaxByVector128,
    ];

    private static readonly InPlace[] _logSoftmaxes =
    [
        VectorMath.LogSoftmaxInPlace,
        VectorMath.LogSoftmaxByVector512,
        VectorMath.LogSoftmaxByVector256,
        VectorMath.LogSoftmaxByVector128,
    ];

    [Fact]
    public void AgreesWithPyTorch()
    {
        AssertAgrees(_softmaxes, ReferenceVectors.Doubles("activations", "softmax"));
        AssertAgrees(_logSoftmaxes, ReferenceVectors.Doubles("activations", "log_softmax"));
    }

    [Fact]
    public void RowsOfAnyLengthAreAccurate()
    {
        var random = new Random(2);
        for (int count = 1; count <= 100; count++)
        {
            float[] row = RandomRow(random, count, 20);
            double max = row.Max();
            double sum = row.Sum(x => Math.Exp(x - max));
            AssertAccurate(_softmaxes, row, [.. row.Select(x => Math.Exp(x - max) / sum)]);
            AssertAccurate(_logSoftmaxes, row, [.. row.Select(x => x - max - Math.Log(sum))]);
        }
    }

    [Fact]
    public void EveryWidthAndTheRegisterGiveTheSameBits()
    {
        var random = new Random(3);
        float[] special = [0f, -0f, float.NegativeInfinity, -100f, 1e38f, -1e38f];
        for (int count = 1; count <= 100; count++)
        {
            float[] row = RandomRow(random, count, 20);
            float[] zeros = [.. row.Select((_, i) => special[random.Next(2)])];
            float[] mixed = [.. row.Select(x => random.Next(3) == 0 ? special[random.Next(special.Length)] : x)];
            foreach (float[] values in new[] { row, zeros, mixed })
            {
                AssertSameBits(values, _softmaxes, VectorMath.Softmax);
                AssertSameBits(values, _logSoftmaxes, VectorMath.LogSoftmax);
            }
        }
    }

    [Fact]
    public void ProbabilitiesSumToOneAndNothingElseIsWritten()
    {
        var random = new Random(4);
        for (int count = 1; count <= 100; count++)
        {
            foreach (InPlace softmax in _softmaxes.Concat(_logSoftmaxes))
            {
                float[] row = RandomRow(random, count + 40, 30);
                float[] before = [.. row];
                softmax(ref row[20], count);
                IEnumerable<double> found = row.Skip(20).Take(count).Select(value => (double)value);
                Assert.Equal(1, found.Sum(value => _softmaxes.Contains(softmax) ? value : Math.Exp(value)), 1e-5);
                Assert.Equal(before[..20], row[..20]);
                Assert.Equal(before[(20 + count)..], row[(20 + count)..]);
            }
        }
    }

    [Fact]
    public void NaNAnywhereIsNaNEverywhere()
    {
        foreach (int count in (int[])[1, 7, 16, 17, 40])
        {
            for (int place = 0; place < count; place++)
            {
                float[] row = RandomRow(new Random(5), count, 20);
                row[place] = float.NaN;
                foreach (InPlace softmax in _softmaxes.Concat(_logSoftmaxes))
                {
                    float[] found = [.. row];
                    softmax(ref found[0], count);
                    Assert.All(found, value => Assert.True(float.IsNaN(value)));
                }
            }
        }
    }

    [Theory]
    [InlineData(new[] { 1e38f, -1e38f, 0f }, new[] { 1f, 0f, 0f }, new[] { 0f, -2e38f, -1e38f })]
    [InlineData(
        new[] { float.NegativeInfinity, 3f, 3f },
        new[] { 0f, 0.5f, 0.5f },
        new[] { float.NegativeInfinity, -0.693147182f, -0.693147182f })]
    [InlineData(new[] { -1e38f }, new[] { 1f }, new[] { 0f })]
    [InlineData(new[] { 1f, float.PositiveInfinity }, new[] { float.NaN, float.NaN }, new[] { float.NaN, float.NaN })]
    [InlineData(new[] { float.NegativeInfinity }, new[] { float.NaN }, new[] { float.NaN })]
    public void ExtremeValues(float[] row, float[] probabilities, float[] logarithms)
    {
        Assert.All(_softmaxes, softmax => Assert.Equal(probabilities, Apply(softmax, row)));
        Assert.All(_logSoftmaxes, softmax => Assert.Equal(logarithms, Apply(softmax, row)));
    }

    [Fact]
    public void LanesBeyondTheValuesAreZero()
    {
        for (int count = 1; count < 16; count++)
        {
            // NaN both as a value, which makes all values NaN, and beyond them, which is not read.
            foreach (float last in (float[])[1f, float.NaN])
            {
                Vector512<float> x = Vector512.Create(float.NaN);
                for (int i = 0; i < count; i++)
                {
                    x = x.WithElement(i, last);
                }

                foreach (Vector512<float> found in (Vector512<float>[])
                    [VectorMath.Softmax(x, count), VectorMath.LogSoftmax(x, count)])
                {
                    Assert.Equal(float.IsNaN(last), float.IsNaN(found[count - 1]));
                    Assert.Equal(Vector512<float>.Zero, VectorMath.ClearFirst(found, count));
                }
            }
        }
    }

    private static float[] RandomRow(Random random, int count, float limit) =>
        [.. Enumerable.Range(0, count).Select(_ => ((random.NextSingle() * 2) - 1) * limit)];

    private static float[] Apply(InPlace softmax, float[] row)
    {
        float[] found = [.. row];
        softmax(ref found[0], found.Length);
        return found;
    }

    private static void AssertAgrees(InPlace[] softmaxes, double[] expected)
    {
        float[] rows = ReferenceVectors.Floats("activations", "softmax_x");
        for (int i = 0; i < rows.Length; i += 10)
        {
            AssertAccurate(softmaxes, rows[i..(i + 10)], expected[i..(i + 10)]);
        }
    }

    private static void AssertAccurate(InPlace[] softmaxes, float[] row, double[] expected)
    {
        foreach (InPlace softmax in softmaxes)
        {
            float[] found = Apply(softmax, row);
            for (int i = 0; i < row.Length; i++)
            {
                VectorFunction.AssertAccurate(row[i], expected[i], found[i]);
            }
        }
    }

    private static void AssertSameBits(
        float[] row, InPlace[] functions, Func<Vector512<float>, int, Vector512<float>> inRegister)
    {
        int[] expected = Bits(Apply(functions[0], row));
        Assert.All(functions, function => Assert.Equal(expected, Bits(Apply(function, row))));
        if (row.Length <= 16)
        {
            float[] lanes = [.. row, .. new float[16 - row.Length]];
            inRegister(Vector512.Create(lanes), row.Length).CopyTo(lanes);
            Assert.Equal(expected, Bits(lanes[..row.Length]));
        }
    }

    // Of NaN only that it is NaN is promised.
    private static int[] Bits(float[] values) =>
        [.. values.Select(value => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value))];
}
