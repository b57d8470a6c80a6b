using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>
/// The bits that every machine with a fused multiply-add gives, x64 or Arm64, as their CRC-32C. Who changes a function
/// on purpose puts the new value here.
/// </summary>
public class BitsTests
{
    private static readonly string? _whyNot = Fma.IsSupported || AdvSimd.IsSupported ? null : "no fused multiply-add";

    [Theory]
    [InlineData("step", 0x896D530B)]
    [InlineData("relu", 0x31CD12BD)]
    [InlineData("leaky_relu_0.01", 0x5FB5045E)]
    [InlineData("relu6", 0x9449EBD5)]
    [InlineData("elu", 0x97235748)]
    [InlineData("selu", 0x6E0CB7B0)]
    [InlineData("gelu", 0x061A0201)]
    [InlineData("gelu_tanh", 0x4E328F1B)]
    [InlineData("silu", 0x1230E8FF)]
    [InlineData("mish", 0xF2CCA9E3)]
    [InlineData("sigmoid", 0x38186E15)]
    [InlineData("hard_sigmoid", 0xFAEB32EB)]
    [InlineData("hard_swish", 0x98DFB0FF)]
    [InlineData("tanh", 0xA1790C30)]
    [InlineData("hard_tanh", 0x8C834A2C)]
    [InlineData("softplus", 0xA70982AC)]
    [InlineData("softsign", 0xC2406271)]
    [InlineData("exp", 0xEFAE727A)]
    public void OfActivations(string name, uint expected)
    {
        Assert.SkipUnless(_whyNot is null, _whyNot ?? "");
        VectorFunction function = VectorFunction.Of(name);
        uint hash = 0;
        for (ulong bits = 0; bits <= uint.MaxValue; bits += 9973)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            hash = Add(hash, function.Narrow(Vector128.Create(x)).ToScalar());
        }

        // The stride misses the zeros and infinities of either sign but +0.
        foreach (float x in (float[])[-0f, float.PositiveInfinity, float.NegativeInfinity])
        {
            hash = Add(hash, function.Narrow(Vector128.Create(x)).ToScalar());
        }

        Assert.Equal(expected, hash);
    }

    [Theory]
    [InlineData(false, 0x14A46E13)]
    [InlineData(true, 0x2BD13F3A)]
    public void OfSoftmax(bool isLog, uint expected)
    {
        Assert.SkipUnless(_whyNot is null, _whyNot ?? "");
        float[] rows = ReferenceVectors.Floats("activations", "softmax_x");
        uint hash = 0;
        for (int count = 1; count < rows.Length; count++)
        {
            float[] row = rows[(rows.Length - count)..];
            if (isLog)
            {
                VectorMath.LogSoftmaxInPlace(ref row[0], count);
            }
            else
            {
                VectorMath.SoftmaxInPlace(ref row[0], count);
            }

            hash = row.Aggregate(hash, Add);
        }

        Assert.Equal(expected, hash);
    }

    // Of NaN only that it is NaN is promised.
    private static uint Add(uint hash, float value) =>
        BitOperations.Crc32C(hash, float.IsNaN(value) ? 0x7FC00000 : BitConverter.SingleToUInt32Bits(value));
}
