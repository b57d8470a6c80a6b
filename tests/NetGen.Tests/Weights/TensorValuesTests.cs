using NetGen.Weights;

namespace NetGen.Tests.Weights;

public class TensorValuesTests
{
    [Fact]
    public void F32KeepsItsBits()
    {
        float[] values =
        [
            0, -0f, 1, -2.5f, float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity,
            float.NegativeInfinity, float.NaN, 1.1754944e-38f,
        ];

        Assert.Equal(Bits(values), Bits(Convert(SafetensorsBytes.F32(values), "F32", values.Length)));
    }

    [Fact]
    public void F32IsLittleEndian() =>
        Assert.Equal([1f], Convert([0x00, 0x00, 0x80, 0x3F], "F32", 1));

    [Fact]
    public void EveryF16IsExact()
    {
        ushort[] words = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i)];
        float[] found = Convert(SafetensorsBytes.Words(words), "F16", words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            // sign, 5 bits of exponent with bias 15, 10 bits of fraction (IEEE 754 binary16)
            int exponent = (i >> 10) & 31;
            int fraction = i & 1023;
            double size = exponent switch
            {
                0 => fraction * Math.ScaleB(1, -24),
                31 => fraction == 0 ? double.PositiveInfinity : double.NaN,
                _ => (1024 + fraction) * Math.ScaleB(1, exponent - 25),
            };
            Assert.Equal((float)(i < 32768 ? size : -size), found[i]);
        }
    }

    [Fact]
    public void EveryBf16IsTheUpperHalfOfAFloat()
    {
        ushort[] words = [.. Enumerable.Range(0, 65536).Select(i => (ushort)i)];
        uint[] found = Bits(Convert(SafetensorsBytes.Words(words), "BF16", words.Length));

        Assert.Equal(words.Select(word => (uint)word << 16), found);
        Assert.Equal([1f, -2f], Convert(SafetensorsBytes.Words(0x3F80, 0xC000), "BF16", 2));
    }

    [Theory]
    [InlineData(0.1, 0.1f)]
    [InlineData(-1.5, -1.5f)]
    [InlineData(1e-300, 0f)]
    [InlineData(1e-40, 1e-40f)]
    // Half way between two floats: to the even one.
    [InlineData(1 + 5.9604644775390625e-8, 1f)]
    [InlineData(1 + (3 * 5.9604644775390625e-8), 1.0000002f)]
    [InlineData(3.4028235677973362e38, float.MaxValue)]
    [InlineData(double.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, float.NegativeInfinity)]
    [InlineData(double.NaN, float.NaN)]
    public void F64IsRounded(double value, float expected) =>
        Assert.Equal([expected], Convert(SafetensorsBytes.F64(value), "F64", 1));

    [Theory]
    [InlineData(1e300, "1E+300")]
    [InlineData(-1e39, "-1E+39")]
    [InlineData(3.4028235677973366e38, "3.4028235677973366E+38")]
    public void F64BeyondTheRangeIsAnError(double value, string text)
    {
        var e = Assert.Throws<InvalidDataException>(() => Convert(SafetensorsBytes.F64(0, value), "F64", 2));

        Assert.Equal($"The F64 value {text} is beyond the range of float32.", e.Message);
    }

    [Theory]
    [InlineData("I32")]
    [InlineData("f32")]
    [InlineData("")]
    public void AnotherTypeIsAnError(string type)
    {
        Assert.False(TensorValues.CanConvert(type));
        var e = Assert.Throws<InvalidDataException>(() => Convert(new byte[4], type, 1));
        Assert.Equal($"The dtype should be F32, F16, BF16 or F64, but is {type}.", e.Message);
    }

    [Fact]
    public void LengthsThatDoNotAgreeAreAnError() =>
        Assert.Throws<ArgumentException>(() => Convert(new byte[7], "F32", 2));

    private static float[] Convert(byte[] bytes, string type, int count)
    {
        var values = new float[count];
        TensorValues.Convert(bytes, type, values);
        return values;
    }

    private static uint[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToUInt32Bits)];
}
