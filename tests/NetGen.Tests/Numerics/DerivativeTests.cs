using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The activations' derivatives against float64, at every width.</summary>
public class DerivativeTests
{
    // About four million floats over all bit patterns: both signs, subnormal numbers, NaN.
    private const uint Stride = 1021;

    private static readonly float[] _special =
    [
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.MaxValue, float.MinValue, 0f, -0f,
        float.Epsilon, -float.Epsilon, 88.7f, -88.7f, 14f, -14f, -5.7f, 10.1f, -10.1f,
        -87.3f, 20f, 2.9999998f, -2.9999998f, 13.2f, -13.2f, 9f, -9f, 6f, -6f, 5.9999995f, 3f, -3f, 1f, -1f, -0.99999994f,
    ];

    public static TheoryData<string> Names => [.. Derivatives.All.Select(function => function.Name)];

    [Fact]
    public void AllActivationsWithADerivativeAreTested() => Assert.Equal(
        Enum.GetValues<Activation>()
            .Except([Activation.Identity, Activation.Step, Activation.Softmax, Activation.LogSoftmax])
            .Select(activation => activation.ToString())
            .Order(),
        Derivatives.All.Select(function => function.Activation).Distinct().Order());

    // The error of a derivative is what it adds to a factor near 1, so it counts as it is. The bounds are the errors found
    // with and without fused multiply-adds, rounded up. Tanh's is the largest: 1 - y² has twice the error of a y near 1.
    [Theory]
    [InlineData("relu", 0)]
    [InlineData("leaky_relu_0.01", 0)]
    [InlineData("leaky_relu_0.3", 0)]
    [InlineData("relu6", 0)]
    [InlineData("elu", 5e-8)]
    [InlineData("elu_0.3", 2.5e-8)]
    [InlineData("elu_2.5", 2.1e-7)]
    [InlineData("selu", 1.5e-7)]
    [InlineData("gelu", 2.3e-7)]
    [InlineData("gelu_tanh", 2.1e-7)]
    [InlineData("silu", 1.9e-7)]
    [InlineData("mish", 2e-7)]
    [InlineData("sigmoid", 9e-8)]
    [InlineData("hard_sigmoid", 5e-9)]
    [InlineData("hard_swish", 8e-8)]
    [InlineData("tanh", 4e-7)]
    [InlineData("hard_tanh", 0)]
    [InlineData("softplus", 1.1e-7)]
    [InlineData("softsign", 1.2e-7)]
    public void IsAccurateOverAllFloats(string name, double bound)
    {
        (double error, float at) = WorstError(Derivatives.Of(name));
        Assert.True(error <= bound, $"At {at:R} the error is {error:R}.");
    }

    // PyTorch's choices; of hard swish those of its newer releases.
    [Theory]
    [InlineData("relu", 0f, 0f)]
    [InlineData("relu", float.Epsilon, 1f)]
    [InlineData("leaky_relu_0.3", 0f, 0.3f)]
    [InlineData("leaky_relu_0.3", float.Epsilon, 1f)]
    [InlineData("relu6", 0f, 0f)]
    [InlineData("relu6", float.Epsilon, 1f)]
    [InlineData("relu6", 5.9999995f, 1f)]
    [InlineData("relu6", 6f, 0f)]
    [InlineData("elu", 0f, 1f)]
    [InlineData("elu_0.3", 0f, 0.3f)]
    [InlineData("elu_0.3", 0.001f, 1f)]
    [InlineData("elu_2.5", 0f, 2.5f)]
    [InlineData("selu", 0f, 1.75809934f)]
    [InlineData("selu", 0.001f, 1.05070098f)]
    [InlineData("gelu", 0f, 0.5f)]
    [InlineData("gelu_tanh", 0f, 0.5f)]
    [InlineData("silu", 0f, 0.5f)]
    [InlineData("mish", 0f, 0.6f)]
    [InlineData("sigmoid", 0f, 0.25f)]
    [InlineData("hard_sigmoid", 0f, 1f / 6)]
    [InlineData("hard_sigmoid", 2.9999998f, 1f / 6)]
    [InlineData("hard_sigmoid", 3f, 0f)]
    [InlineData("hard_sigmoid", -2.9999998f, 1f / 6)]
    [InlineData("hard_sigmoid", -3f, 0f)]
    [InlineData("hard_swish", 0f, 0.5f)]
    [InlineData("hard_swish", -3f, 0f)]
    [InlineData("hard_swish", 3f, 1f)]
    [InlineData("tanh", 0f, 1f)]
    [InlineData("hard_tanh", 0.99999994f, 1f)]
    [InlineData("hard_tanh", 1f, 0f)]
    [InlineData("hard_tanh", -0.99999994f, 1f)]
    [InlineData("hard_tanh", -1f, 0f)]
    [InlineData("softplus", 0f, 0.5f)]
    [InlineData("softsign", 0f, 1f)]
    public void IsExactAtCorners(string name, float x, float expected)
    {
        VectorFunction function = Derivatives.Of(name);
        foreach (float at in x == 0 ? [0f, -0f] : (float[])[x])
        {
            Assert.Equal(expected, function.Wide(Vector512.Create(at))[15]);
            Assert.Equal(expected, function.Middle(Vector256.Create(at))[7]);
            Assert.Equal(expected, function.Narrow(Vector128.Create(at))[3]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OfNaNIsNaN(string name)
    {
        // Quiet and signalling, of both signs.
        VectorFunction function = Derivatives.Of(name);
        foreach (uint bits in (uint[])[0x7FC00000, 0xFFC00000, 0x7F800001, 0xFFBFFFFF])
        {
            float nan = BitConverter.UInt32BitsToSingle(bits);
            Assert.True(float.IsNaN(function.Wide(Vector512.Create(nan))[15]));
            Assert.True(float.IsNaN(function.Middle(Vector256.Create(nan))[7]));
            Assert.True(float.IsNaN(function.Narrow(Vector128.Create(nan))[3]));
        }
    }

    // Products with subnormal numbers are slow.
    [Theory]
    [MemberData(nameof(Names))]
    public void IsNeverSubnormal(string name)
    {
        VectorFunction function = Derivatives.Of(name);
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            float derivative = function.Narrow(Vector128.Create(x)).ToScalar();
            Assert.False(float.IsSubnormal(derivative), $"At {x:R} it is {derivative:R}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryWidthGivesTheSameBits(string name)
    {
        VectorFunction function = Derivatives.Of(name);
        SameBits.Check(function, _special.AsSpan(0, 16));
        SameBits.Check(function, _special.AsSpan(16));
        SameBits.CheckAllFloats(function, Stride);
    }

    private static (double Error, float At) WorstError(VectorFunction function)
    {
        (double Error, float At) worst = (0, 0);
        Vector512<uint> lanes = Vector512<uint>.Indices * Stride;
        for (ulong start = 0; start + (15 * Stride) <= uint.MaxValue; start += 16 * Stride)
        {
            worst = Worse(worst, function, (Vector512.Create((uint)start) + lanes).AsSingle());
        }

        worst = Worse(worst, function, Vector512.Create(_special));
        return Worse(worst, function, Vector512.Create(_special.AsSpan(16)));
    }

    private static (double Error, float At) Worse((double Error, float At) worst, VectorFunction function, Vector512<float> x)
    {
        Vector512<float> y = function.Wide(x);
        for (int half = 0; half < 2; half++)
        {
            Vector512<double> wide = half == 0 ? Vector512.WidenLower(x) : Vector512.WidenUpper(x);
            Vector512<double> found = half == 0 ? Vector512.WidenLower(y) : Vector512.WidenUpper(y);
            Vector512<double> exact = function.Exact(wide);
            if (Vector512.LessThanOrEqualAll(Vector512.Abs(found - exact), Vector512.Create(worst.Error))
                && Vector512.LessThanOrEqualAll(Vector512.Abs(wide), Vector512.Create((double)float.MaxValue)))
            {
                continue;
            }

            for (int lane = 0; lane < 8; lane++)
            {
                float at = x[(half * 8) + lane];
                double expected = function.OrLimit(at, exact[lane]);
                double error = double.IsNaN(expected) && double.IsNaN(found[lane]) ? 0 : Math.Abs(found[lane] - expected);
                if (!(error <= worst.Error))
                {
                    worst = (error, at);
                }
            }
        }

        return worst;
    }
}
