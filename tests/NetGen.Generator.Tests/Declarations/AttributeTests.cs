using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>All forms of the attributes, and what comes of their arguments.</summary>
public class AttributeTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [InlineData("[Dense(3)]", Activation.Identity)]
    [InlineData("[Dense(3, Activation.Relu)]", Activation.Relu)]
    [InlineData("[Dense(2, 3)]", Activation.Identity)]
    [InlineData("[Dense(2, 3, Activation.Tanh)]", Activation.Tanh)]
    [InlineData("[Dense(outputs: 3)]", Activation.Identity)]
    [InlineData("[Dense(activation: Activation.Mish, outputs: 3)]", Activation.Mish)]
    [InlineData("[Dense(outputs: 3, inputs: 2)]", Activation.Identity)]
    [InlineData("[NetGen.DenseAttribute(1 + 2, (Activation)2)]", Activation.Relu)]
    public void EachConstructorGivesTheSameShape(string layer, Activation activation)
    {
        using LoadedProgram program = GeneratorRun.Of($"using NetGen; [Network(2)] {layer} partial class Net;").Load();
        NetworkUnderTest network = program.Network("Net");
        Assert.Equal([new LayerInfo("Dense1", "Dense", 2, 3, activation, 6, 3, 6)], network.Layers);
        Assert.Equal(9, network.ParameterCount);
    }

    [Fact]
    public void WithoutBiasThereAreNoBiasParameters()
    {
        using LoadedProgram program = GeneratorRun.Of(
            "using NetGen; [Network(2)] [Dense(3, UseBias = false)] partial class Net;").Load();
        NetworkUnderTest network = program.Network("Net").FromParameters([1, 2, 3, 4, 5, 6]);
        Assert.Equal([new LayerInfo("Dense1", "Dense", 2, 3, Activation.Identity, 6, 0, 6)], network.Layers);
        Assert.Equal([21, 43, 65], network.Forward(1, 10));
    }

    [Fact]
    public void AlphaIsTheSlopeOfItsLayer()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            using NetGen;
            [Network(1)] [Dense(1, Activation.LeakyRelu)] partial class PointOne;
            [Network(1)] [Dense(1, Activation.LeakyRelu, Alpha = 0.25f)] partial class Quarter;
            [Network(1)] [Dense(1, Activation.LeakyRelu, Alpha = 0)] partial class Zero;
            [Network(1)] [Dense(1, Activation.Elu)] partial class One;
            [Network(1)] [Dense(1, Activation.Elu, Alpha = 2)] partial class Two;
            """).Load();
        float Run(string name) => program.Network(name).FromParameters([1, 0]).Forward(-100)[0];
        Assert.Equal(-1f, Run("PointOne"));
        Assert.Equal(-25f, Run("Quarter"));
        Assert.Equal(0f, Run("Zero"));
        Assert.Equal(-1f, Run("One"));
        Assert.Equal(-2f, Run("Two"));
    }

    [Fact]
    public void WeightsOfTheAttributesAreTheDefault()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            using NetGen;
            [Network(2)]
            [Dense(3, Weights = [1, 2, 3, 4, -0.5f, 1e-40f], Bias = [-0f, float.MaxValue, float.Epsilon])]
            [Dense(1, UseBias = false, Weights = new float[] { float.NegativeInfinity, float.NaN, 16777217 })]
            partial class Net;
            """).Load();
        Assert.Equal(
            [
                1, 2, 3, 4, -0.5f, 1e-40f, -0f, float.MaxValue, float.Epsilon,
                float.NegativeInfinity, float.NaN, 16777216,
            ],
            program.Network("Net").Default().Parameters());
        Assert.Same(program.Network("Net").Default().Instance, program.Network("Net").Default().Instance);
    }

    [Fact]
    public void FloatsOfAllMagnitudesArePrintedExactly()
    {
        Random random = new(1);
        float[] values =
        [
            .. Enumerable.Range(0, 1000).Select(_ => BitConverter.Int32BitsToSingle(random.Next(0x7f800000))),
            .. Enumerable.Range(0, 1000).Select(_ => -random.NextSingle()),
        ];
        string list = string.Join(
            ", ", values.Select(value => value.ToString("R", CultureInfo.InvariantCulture) + "f"));
        using LoadedProgram program = GeneratorRun.Of(
            $"using NetGen; [Network(2000)] [Dense(1, UseBias = false, Weights = [{list}])] partial class Net;").Load();
        Assert.Equal(values, program.Network("Net").Default().Parameters());
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void EveryActivationCompilesInEachKindOfKernel(Activation activation)
    {
        using LoadedProgram program = GeneratorRun.Of(
            $$"""
            using NetGen;
            [Network(3)]
            [Dense(2, Activation.{{activation}})]
            [Dense(70, Activation.{{activation}})]
            [Dense(3, Activation.{{activation}})]
            [Dense(33, Activation.{{activation}})]
            [Dense(1, Activation.{{activation}})]
            partial class Net;
            """).Load();
        NetworkUnderTest network = program.Network("Net");
        Assert.All(network.Layers, layer => Assert.Equal(activation, layer.Activation));
        Assert.True(float.IsFinite(network.Initialize(1).Forward(1, 2, 3)[0]));
    }

    [Theory]
    [InlineData(Activation.Softmax)]
    [InlineData(Activation.LogSoftmax)]
    public void AClassifierTellsTheFirstOfTheLargest(Activation activation)
    {
        using LoadedProgram program = GeneratorRun.Of(
            $$"""
            using NetGen;
            [Network(1)] [Dense(4, Activation.{{activation}}, Weights = [0, 1, 2, 2], Bias = [0, 0, 0, 0])]
            partial class Net
            {
                static (int, float) Run() => (Default.Classify([1], out float confidence), confidence);
            }
            """).Load();
        (int best, float confidence) = ((int, float))program.Call("Net", "Run")!;
        Assert.Equal(2, best);
        double[] powers = [Math.Exp(0), Math.Exp(1), Math.Exp(2), Math.Exp(2)];
        Assert.Equal(powers[2] / powers.Sum(), confidence, 1e-6);
    }
}
