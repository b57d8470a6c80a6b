using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Tests.Numerics;

/// <summary>The promised accuracy and the same bits at every width.</summary>
public class ActivationTests
{
    // About four million floats over all bit patterns: both signs, subnormal numbers, infinities, NaN.
    private const uint Stride = 1021;

    [Theory]
    [MemberData(nameof(VectorFunction.Names), MemberType = typeof(VectorFunction))]
    public void AgreesWithPyTorch(string name)
    {
        VectorFunction function = VectorFunction.Of(name);
        float[] xs = ReferenceVectors.Floats("activations", "x");
        double[] expected = ReferenceVectors.Doubles("activations", name);
        for (int i = 0; i < xs.Length; i++)
        {
            // PyTorch computes some formulas as written, NaN at an infinity; the promise is their limit.
            double exact = double.IsNaN(expected[i]) ? function.Exact(xs[i]) : expected[i];
            VectorFunction.AssertAccurate(xs[i], exact, function.Wide(Vector512.Create(xs[i]))[5]);
            VectorFunction.AssertAccurate(xs[i], exact, function.Middle(Vector256.Create(xs[i]))[3]);
            VectorFunction.AssertAccurate(xs[i], exact, function.Narrow(Vector128.Create(xs[i]))[1]);
        }
    }

    [Theory]
    [MemberData(nameof(VectorFunction.NamesWithOthers), MemberType = typeof(VectorFunction))]
    public void IsAccurateOverAllFloats(string name) => Sweep(VectorFunction.Of(name), 0, uint.MaxValue, isAll: true);

    [Fact]
    public void LogIsAccurateOverNormalFloats() => Sweep(VectorFunction.Log, 0x00800000, 0x7F7FFFFF, isAll: false);

    private static void Sweep(VectorFunction function, uint first, uint last, bool isAll)
    {
        Span<float> x = stackalloc float[16], wide = stackalloc float[16], other = stackalloc float[16];
        for (uint start = first; start < last - (16 * Stride); start += 16 * Stride)
        {
            for (uint lane = 0; lane < 16; lane++)
            {
                x[(int)lane] = BitConverter.UInt32BitsToSingle(start + (lane * Stride));
            }

            // Among the first, the largest and smallest values of each sign.
            if (isAll && start == 0)
            {
                ReadOnlySpan<float> special =
                [
                    float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.MaxValue, float.MinValue, 0f, -0f,
                    float.Epsilon, -float.Epsilon, 88.7f, -88.7f, 9f, -9f, 10.1f, -10.1f, -87.3f,
                ];
                special.CopyTo(x);
            }

            function.Wide(Vector512.Create<float>(x)).CopyTo(wide);
            for (int i = 0; i < 16; i++)
            {
                VectorFunction.AssertAccurate(x[i], function.Exact(x[i]), wide[i]);
            }

            function.Middle(Vector256.Create<float>(x)).CopyTo(other);
            function.Middle(Vector256.Create<float>(x[8..])).CopyTo(other[8..]);
            AssertSameBits(wide, other, x);
            for (int i = 0; i < 16; i += 4)
            {
                function.Narrow(Vector128.Create<float>(x[i..])).CopyTo(other[i..]);
            }

            AssertSameBits(wide, other, x);
        }
    }

    private static void AssertSameBits(ReadOnlySpan<float> wide, ReadOnlySpan<float> other, ReadOnlySpan<float> x)
    {
        if (MemoryMarshal.AsBytes(wide).SequenceEqual(MemoryMarshal.AsBytes(other)))
        {
            return;
        }

        for (int i = 0; i < wide.Length; i++)
        {
            // Of NaN only that it is NaN is promised.
            bool same = BitConverter.SingleToUInt32Bits(wide[i]) == BitConverter.SingleToUInt32Bits(other[i])
                || (float.IsNaN(wide[i]) && float.IsNaN(other[i]));
            Assert.True(same, $"f({x[i]:R}) is {wide[i]:R} and {other[i]:R}");
        }
    }
}
