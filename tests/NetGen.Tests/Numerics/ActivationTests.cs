using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The promised accuracy and the same bits at every width. All floats are the benchmarks' accuracy command's.</summary>
public class ActivationTests
{
    // About four million floats over all bit patterns: both signs, subnormal numbers, NaN.
    private const uint Stride = 1021;

    private static readonly float[] _special =
    [
        float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.MaxValue, float.MinValue, 0f, -0f,
        float.Epsilon, -float.Epsilon, 88.7f, -88.7f, 9f, -9f, 10.1f, -10.1f, -87.3f,
    ];

    private static readonly VectorFunction _log = new(
        "log", "", VectorMath.Log, VectorMath.Log, VectorMath.Log, Vector512.Log, double.NegativeInfinity);

    public static TheoryData<string> WithPyTorchsResults => [.. VectorFunction.All.Select(function => function.Name)];

    public static TheoryData<string> Names => [.. VectorFunction.AllAndOthers.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(WithPyTorchsResults))]
    public void AgreesWithPyTorch(string name)
    {
        VectorFunction function = VectorFunction.Of(name);
        float[] xs = ReferenceVectors.Floats("activations", "x");
        double[] expected = ReferenceVectors.Doubles("activations", name);
        for (int i = 0; i < xs.Length; i++)
        {
            double reference = function.Exact(Vector512.Create((double)xs[i]))[0];
            if (float.IsFinite(xs[i]) && double.IsFinite(expected[i]))
            {
                Assert.Equal(expected[i], reference, 1e-12 * Math.Max(1, Math.Abs(expected[i])));
            }

            // PyTorch computes some formulas as written, NaN at a large number; the promise is their limit.
            double exact = function.OrLimit(xs[i], double.IsNaN(expected[i]) ? reference : expected[i]);
            Accuracy accuracy = Accuracy.None
                .Check(xs[i], function.Wide(Vector512.Create(xs[i]))[5], exact)
                .Check(xs[i], function.Middle(Vector256.Create(xs[i]))[3], exact)
                .Check(xs[i], function.Narrow(Vector128.Create(xs[i]))[1], exact);
            Assert.True(accuracy.IsWithinBound, $"{accuracy}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void IsAccurateOverAllFloats(string name)
    {
        VectorFunction function = VectorFunction.Of(name);
        Accuracy accuracy = Accuracy.Measure(function, 0, uint.MaxValue, Stride);
        foreach (float x in _special)
        {
            double exact = function.OrLimit(x, function.Exact(Vector512.Create((double)x))[0]);
            accuracy = accuracy.Check(x, function.Wide(Vector512.Create(x))[0], exact);
        }

        Assert.True(accuracy.IsWithinBound, $"{accuracy}");
        if (Fma.IsSupported || AdvSimd.IsSupported)
        {
            (double ulp, double absolute) = Documented()[function.Activation];
            Assert.InRange(accuracy.Ulp, 0, ulp);
            Assert.InRange(accuracy.Absolute, 0, absolute);
        }
    }

    [Fact]
    public void TheTableHasAllActivationsWithinTheBound()
    {
        Dictionary<string, (double Ulp, double Absolute)> documented = Documented();
        Assert.Equal(VectorFunction.AllAndOthers.Select(function => function.Activation), documented.Keys);
        Assert.All(documented.Values, worst => Assert.True(worst.Ulp <= Accuracy.MaxUlp && worst.Absolute <= Accuracy.MaxAbsolute));
        Assert.Empty(Enum.GetNames<Activation>()
            .Except(documented.Keys.Select(title => title.Split(',', ' ')[0]))
            .Except([nameof(Activation.Identity)]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryWidthGivesTheSameBits(string name)
    {
        VectorFunction function = VectorFunction.Of(name);
        SameBits.Check(function, _special);
        SameBits.CheckAllFloats(function, Stride);
    }

    [Fact]
    public void LogIsAccurateOverNormalFloats()
    {
        Accuracy accuracy = Accuracy.Measure(_log, 0x00800000, 0x7F7FFFFF, Stride);
        Assert.True(accuracy.IsWithinBound, $"{accuracy}");
    }

    [Fact]
    public void LogOfNaNIsNaN() => Assert.True(float.IsNaN(VectorMath.Log(Vector128.Create(float.NaN))[0]));

    private static Dictionary<string, (double Ulp, double Absolute)> Documented() =>
        AccuracyTable.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "activations.md")));
}
