using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class SoftmaxTests
{
    private delegate void InPlace(ref float values, int count);

    private delegate void OfTwo(ref Vector256<float> lower, ref Vector256<float> upper, int count);

    private delegate void OfFour(
        ref Vector128<float> x0, ref Vector128<float> x4, ref Vector128<float> x8, ref Vector128<float> x12, int count);

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

    // In registers, as one vector, two or four, from and to memory that has 16 values.
    private static readonly InPlace[] _softmaxesInRegisters =
    [
        (ref float values, int count) => VectorMath.Softmax(Vector512.LoadUnsafe(ref values), count).StoreUnsafe(ref values),
        (ref float values, int count) => InTwo(ref values, count, VectorMath.Softmax),
        (ref float values, int count) => InFour(ref values, count, VectorMath.Softmax),
    ];

    private static readonly InPlace[] _logSoftmaxesInRegisters =
    [
        (ref float values, int count) => VectorMath.LogSoftmax(Vector512.LoadUnsafe(ref values), count).StoreUnsafe(ref values),
        (ref float values, int count) => InTwo(ref values, count, VectorMath.LogSoftmax),
        (ref float values, int count) => InFour(ref values, count, VectorMath.LogSoftmax),
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
    public void EveryWidthAndTheRegistersGiveTheSameBits()
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
                AssertSameBits(values, [.. _softmaxes, .. count <= 16 ? _softmaxesInRegisters : []]);
                AssertSameBits(values, [.. _logSoftmaxes, .. count <= 16 ? _logSoftmaxesInRegisters : []]);
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
            foreach (float value in (float[])[1f, float.NaN])
            {
                foreach (InPlace softmax in _softmaxesInRegisters.Concat(_logSoftmaxesInRegisters))
                {
                    float[] row = [.. Enumerable.Repeat(value, count), .. Enumerable.Repeat(float.NaN, 16 - count)];
                    softmax(ref row[0], count);
                    Assert.Equal(float.IsNaN(value), float.IsNaN(row[count - 1]));
                    Assert.Equal(new float[16 - count], row[count..]);
                }
            }
        }
    }

    private static void InTwo(ref float values, int count, OfTwo softmax)
    {
        Vector256<float> lower = Vector256.LoadUnsafe(ref values), upper = Vector256.LoadUnsafe(ref values, 8);
        softmax(ref lower, ref upper, count);
        lower.StoreUnsafe(ref values);
        upper.StoreUnsafe(ref values, 8);
    }

    private static void InFour(ref float values, int count, OfFour softmax)
    {
        Vector128<float> x0 = Vector128.LoadUnsafe(ref values), x4 = Vector128.LoadUnsafe(ref values, 4);
        Vector128<float> x8 = Vector128.LoadUnsafe(ref values, 8), x12 = Vector128.LoadUnsafe(ref values, 12);
        softmax(ref x0, ref x4, ref x8, ref x12, count);
        x0.StoreUnsafe(ref values);
        x4.StoreUnsafe(ref values, 4);
        x8.StoreUnsafe(ref values, 8);
        x12.StoreUnsafe(ref values, 12);
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
                Accuracy accuracy = Accuracy.None.Check(row[i], found[i], expected[i]);
                Assert.True(accuracy.IsWithinBound, $"{accuracy}");
            }
        }
    }

    private static void AssertSameBits(float[] row, InPlace[] functions)
    {
        // Registers take 16 values.
        float[] lanes = [.. row, .. new float[Math.Max(0, 16 - row.Length)]];
        int[] expected = Bits(Apply(functions[0], row));
        foreach (InPlace function in functions)
        {
            float[] found = [.. lanes];
            function(ref found[0], row.Length);
            Assert.Equal(expected, Bits(found[..row.Length]));
        }
    }

    // Of NaN only that it is NaN is promised.
    private static int[] Bits(float[] values) =>
        [.. values.Select(value => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value))];
}
