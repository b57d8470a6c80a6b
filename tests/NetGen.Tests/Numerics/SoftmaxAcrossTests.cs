using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>Samples side by side in the lanes have the bits of a row.</summary>
public class SoftmaxAcrossTests
{
    private static readonly float[] _special =
        [0f, -0f, float.NegativeInfinity, float.PositiveInfinity, float.NaN, -100f, 1e38f, -1e38f];

    private delegate void InPlace(ref float values, int count);

    private delegate void Across(ref float values, int count, nuint stride);

    [Fact]
    public void SoftmaxHasTheBitsOfARow()
    {
        AssertBitsOfARow(VectorMath.SoftmaxAcrossVector512, 16, VectorMath.SoftmaxInPlace);
        AssertBitsOfARow(VectorMath.SoftmaxAcrossVector256, 8, VectorMath.SoftmaxInPlace);
        AssertBitsOfARow(VectorMath.SoftmaxAcrossVector128, 4, VectorMath.SoftmaxInPlace);
    }

    [Fact]
    public void LogSoftmaxHasTheBitsOfARow()
    {
        AssertBitsOfARow(VectorMath.LogSoftmaxAcrossVector512, 16, VectorMath.LogSoftmaxInPlace);
        AssertBitsOfARow(VectorMath.LogSoftmaxAcrossVector256, 8, VectorMath.LogSoftmaxInPlace);
        AssertBitsOfARow(VectorMath.LogSoftmaxAcrossVector128, 4, VectorMath.LogSoftmaxInPlace);
    }

    private static void AssertBitsOfARow(Across across, int lanes, InPlace ofRow)
    {
        var random = new Random(7);
        for (int count = 1; count <= 100; count++)
        {
            for (int stride = lanes; stride <= lanes + 5; stride += 5)
            {
                // Lane 0 has special values among others, lane 1 zeros of either sign. What lies between is not touched.
                float[] values = [.. Enumerable.Range(0, count * stride).Select(_ => ((random.NextSingle() * 2) - 1) * 20)];
                for (int i = 0; i < count; i++)
                {
                    values[i * stride] = random.Next(3) == 0 ? _special[random.Next(8)] : values[i * stride];
                    values[(i * stride) + 1] = _special[random.Next(2)];
                }

                float[] expected = [.. values];
                for (int lane = 0; lane < lanes; lane++)
                {
                    float[] row = [.. Enumerable.Range(0, count).Select(i => values[(i * stride) + lane])];
                    ofRow(ref row[0], count);
                    for (int i = 0; i < count; i++)
                    {
                        expected[(i * stride) + lane] = row[i];
                    }
                }

                across(ref values[0], count, (nuint)stride);
                Assert.Equal(expected.Select(Bits), values.Select(Bits));
            }
        }
    }

    // Of NaN only that it is NaN is promised.
    private static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);
}
