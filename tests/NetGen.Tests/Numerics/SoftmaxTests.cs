using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class SoftmaxTests
{
    private delegate void InPlace(ref float values, int count);

    private static readonly InPlace[] _softmaxes =
    [
        VectorMath.SoftmaxInPlace, VectorMath.SoftmaxByVector512, VectorMath.SoftmaxByVector256, VectorMath.SoftmaxByVector128,
    ];

    private static readonly InPlace[] _logSoftmaxes =
    [
        VectorMath.LogSoftmaxInPlace, VectorMath.LogSoftmaxByVector512, VectorMath.LogSoftmaxByVector256,
        VectorMath.LogSoftmaxByVector128,
    ];

    [Fact]
    public void AgreesWithPyTorch()
    {
        AssertAgrees(VectorMath.SoftmaxInPlace, ReferenceVectors.Doubles("activations", "softmax"));
        AssertAgrees(VectorMath.LogSoftmaxInPlace, ReferenceVectors.Doubles("activations", "log_softmax"));
    }

    [Fact]
    public void EveryWidthAndTheRegisterGiveTheSameBits()
    {
        var random = new Random(3);
        for (int count = 1; count <= 100; count++)
        {
            float[] row = [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 40) - 20)];
            AssertSameBits(row, _softmaxes, VectorMath.Softmax);
            AssertSameBits(row, _logSoftmaxes, VectorMath.LogSoftmax);
        }
    }

    [Fact]
    public void ProbabilitiesSumToOneAndNothingElseIsWritten()
    {
        var random = new Random(4);
        for (int count = 1; count <= 100; count++)
        {
            foreach (InPlace softmax in _softmaxes)
            {
                float[] row = [.. Enumerable.Range(0, count + 40).Select(_ => (random.NextSingle() * 60) - 30)];
                float[] before = [.. row];
                softmax(ref row[20], count);
                Assert.Equal(1, row.Skip(20).Take(count).Sum(value => (double)value), 1e-5);
                Assert.Equal(before[..20], row[..20]);
                Assert.Equal(before[(20 + count)..], row[(20 + count)..]);
            }
        }
    }

    [Theory]
    [InlineData(new[] { 1e38f, -1e38f, 0f }, new[] { 1f, 0f, 0f })]
    [InlineData(new[] { float.NegativeInfinity, 3f, 3f }, new[] { 0f, 0.5f, 0.5f })]
    [InlineData(new[] { -1e38f }, new[] { 1f })]
    [InlineData(new[] { float.NaN, 1f }, new[] { float.NaN, float.NaN })]
    [InlineData(new[] { 1f, float.PositiveInfinity }, new[] { float.NaN, float.NaN })]
    public void ExtremeValues(float[] row, float[] expected)
    {
        foreach (InPlace softmax in _softmaxes)
        {
            float[] found = [.. row];
            softmax(ref found[0], found.Length);
            Assert.Equal(expected, found);
        }
    }

    private static void AssertAgrees(InPlace softmax, double[] expected)
    {
        float[] rows = ReferenceVectors.Floats("activations", "softmax_x");
        for (int i = 0; i < rows.Length; i++)
        {
            if (i % 10 == 0)
            {
                softmax(ref rows[i], 10);
            }

            VectorFunction.AssertAccurate(i, expected[i], rows[i]);
        }
    }

    private static void AssertSameBits(
        float[] row, InPlace[] functions, Func<Vector512<float>, int, Vector512<float>> inRegister)
    {
        float[] expected = [.. row];
        functions[0](ref expected[0], row.Length);
        foreach (InPlace function in functions)
        {
            float[] found = [.. row];
            function(ref found[0], row.Length);
            Assert.True(MemoryMarshal.AsBytes<float>(expected).SequenceEqual(MemoryMarshal.AsBytes<float>(found)));
        }

        if (row.Length <= 16)
        {
            float[] lanes = new float[16];
            row.CopyTo(lanes, 0);
            Vector512<float> found = inRegister(Vector512.Create(lanes), row.Length);
            found.CopyTo(lanes);
            Assert.True(MemoryMarshal.AsBytes<float>(expected).SequenceEqual(MemoryMarshal.AsBytes(lanes.AsSpan(0, row.Length))));
        }
    }
}
