using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN201: what is found, where, and in which words.</summary>
public class MissingNonlinearityTests
{
    [Fact]
    public Task TwoLinearLayers() => Test(
        """
        [Network(784)]
        [Dense(256)]
        [{|#0:Dense(128)|}]
        public partial class Net;
        """,
        Found(
            "'Dense(128)' follows 'Dense(256)' with no activation between them: "
                + "together they are one linear layer 784 -> 128 (100,480 parameters instead of 233,856)"));

    [Fact]
    public Task AnActivationAfterTheChainIsNotBetweenItsLayers() => Test(
        """
        [Network(784)]
        [Dense(256)]
        [{|#0:Dense(128, Activation.Relu)|}]
        [Dense(10, Activation.Softmax)]
        public partial class Net;
        """,
        Found(
            "'Dense(128)' follows 'Dense(256)' with no activation between them: "
                + "together they are one linear layer 784 -> 128 (100,480 parameters instead of 233,856)"));

    [Fact]
    public Task ThreeLinearLayers() => Test(
        """
        [Network(784)]
        [Dense(256)]
        [{|#0:Dense(128)|}]
        [Dense(10, Activation.Softmax)]
        public sealed partial class Digits;
        """,
        Found(
            "'Dense(256)', 'Dense(128)' and 'Dense(10)' follow one another with no activation between them: "
                + "together they are one linear layer 784 -> 10 (7,850 parameters instead of 235,146)"));

    [Fact]
    public Task AChainOfAnyLengthIsOneFinding() => Test(
        """
        [Network(1000)]
        [Dense(2000, Activation.Tanh)]
        [Dense(500)]
        [{|#0:Dense(500, 400, UseBias = false)|}]
        [Dense(300, Activation.LeakyRelu, Alpha = 1)]
        [Dense(200, Activation.Sigmoid)]
        [Dense(100)]
        public partial class Net;
        """,
        Found(
            "'Dense(500)', 'Dense(400)', 'Dense(300)' and 'Dense(200)' follow one another with no activation between them: "
                + "together they are one linear layer 2,000 -> 200 (400,200 parameters instead of 1,381,000)"));

    [Fact]
    public Task TwoChainsAreTwoFindings() => Test(
        """
        [Network(8), Dense(7), {|#0:Dense(6, Activation.Relu)|}, Dense(5), {|#1:Dense(4)|}]
        public partial class Net;
        """,
        Found(
            "'Dense(6)' follows 'Dense(7)' with no activation between them: "
                + "together they are one linear layer 8 -> 6 (54 parameters instead of 111)"),
        Found(
            "'Dense(4)' follows 'Dense(5)' with no activation between them: "
                + "together they are one linear layer 6 -> 4 (28 parameters instead of 59)",
            1));

    [Fact]
    public Task ALayerWithANameIsCalledByIt() => Test(
        """
        [Network(784)]
        [Dense(256, Name = "fc1")]
        [{|#0:Dense(128, Name = "fc2")|}]
        public partial class Net;
        """,
        Found(
            "'fc2' follows 'fc1' with no activation between them: "
                + "together they are one linear layer 784 -> 128 (100,480 parameters instead of 233,856)"));

    [Theory]
    [InlineData("3", "5, UseBias = false", "20 parameters instead of 27")]
    [InlineData("3, UseBias = false", "5", "20 parameters instead of 29")]
    [InlineData("3, UseBias = false", "5, UseBias = false", "15 parameters instead of 24")]
    public Task TheMergedLayerHasABiasIfAnyHasOne(string first, string second, string figures) => Test(
        $$"""
        [Network(3)]
        [Dense({{first}})]
        [{|#0:Dense({{second}})|}]
        public partial class Net;
        """,
        Found($"'Dense(5)' follows 'Dense(3)' with no activation between them: together they are one linear layer 3 -> 5 ({figures})"));

    [Fact]
    public Task ABottleneckIsALowRankFactorisation() => Test(
        """
        [Network(784)]
        [Dense(8)]
        [{|#0:Dense(784)|}]
        public partial class Net;
        """,
        Found(
            "'Dense(784)' follows 'Dense(8)' with no activation between them: together they are a low-rank factorisation "
                + "of one linear layer 784 -> 784 with fewer parameters (13,336 instead of 615,440), if that is meant")
            .WithSeverity(DiagnosticSeverity.Info));

    // 12 * 6 / (12 + 6) = 4: a width of 3 has fewer weights than one layer, a width of 4 has as many.
    [Fact]
    public Task TheWidestBottleneck() => Test(
        """
        [Network(12), Dense(3, UseBias = false), {|#0:Dense(6, UseBias = false)|}]
        public partial class Narrow;

        [Network(12), Dense(4, UseBias = false), {|#1:Dense(6, UseBias = false)|}]
        public partial class Wide;
        """,
        Found(
            "'Dense(6)' follows 'Dense(3)' with no activation between them: together they are a low-rank factorisation "
                + "of one linear layer 12 -> 6 with fewer parameters (54 instead of 72), if that is meant")
            .WithSeverity(DiagnosticSeverity.Info),
        Found(
            "'Dense(6)' follows 'Dense(4)' with no activation between them: "
                + "together they are one linear layer 12 -> 6 (72 parameters instead of 72)",
            1));

    [Fact]
    public Task ABiasInTheBottleneckCanCostMoreThanItsWeightsSave() => Test(
        """
        [Network(3), Dense(2), {|#0:Dense(7)|}]
        public partial class Net;
        """,
        Found(
            "'Dense(7)' follows 'Dense(2)' with no activation between them: together they are a low-rank factorisation "
                + "of one linear layer 3 -> 7 with fewer weights (20 instead of 21), if that is meant")
            .WithSeverity(DiagnosticSeverity.Info));

    [Fact]
    public Task ABiasInTheBottleneckCanBeCheaperThanOneAnOutput() => Test(
        """
        [Network(1), Dense(1), {|#0:Dense(1000, UseBias = false)|}]
        public partial class Net;
        """,
        Found(
            "'Dense(1000)' follows 'Dense(1)' with no activation between them: together they are a low-rank factorisation "
                + "of one linear layer 1 -> 1,000 with fewer parameters (1,002 instead of 2,000), if that is meant")
            .WithSeverity(DiagnosticSeverity.Info));

    // One layer 784 -> 784 would have fewer parameters than the three, but two have far fewer still.
    [Fact]
    public Task WhatIsWastedAroundABottleneckIsFound() => Test(
        """
        [Network(784)]
        [Dense(784)]
        [{|#0:Dense(8)|}]
        [Dense(784)]
        public partial class Net;
        """,
        Found(
            "'Dense(784)', 'Dense(8)' and 'Dense(784)' follow one another with no activation between them: "
                + "together they are two linear layers 784 -> 8 -> 784 (13,336 parameters instead of 628,776)"));

    // As narrow twice: what is between the two is wasted.
    [Fact]
    public Task ABottleneckIsOneWidth() => Test(
        """
        [Network(784)]
        [Dense(16)]
        [{|#0:Dense(16)|}]
        [Dense(784, UseBias = false)]
        public partial class Net;
        """,
        Found(
            "'Dense(16)', 'Dense(16)' and 'Dense(784)' follow one another with no activation between them: "
                + "together they are two linear layers 784 -> 16 -> 784 (25,104 parameters instead of 25,376)"));

    [Fact]
    public Task TheLargestSizesDoNotOverflow() => Test(
        """
        [Network(16777216)]
        [Dense(16777216)]
        [{|#0:Dense(16777216)|}]
        public partial class Net;
        """,
        Found(
            "'Dense(16777216)' follows 'Dense(16777216)' with no activation between them: together they are one linear layer "
                + "16,777,216 -> 16,777,216 (281,474,993,487,872 parameters instead of 562,949,986,975,744)"));

    [Fact]
    public Task InnocentLayers() => Test(string.Concat(((string[])
    [
        "[Dense(3)]",
        "[Dense(3, Activation.Relu)] [Dense(2)]",
        "[Dense(3, Activation.Relu)] [Dense(2, Activation.Relu)] [Dense(1)]",
        "[Dense(3, Activation.LeakyRelu)] [Dense(2)]",
        "[Dense(3, Activation.LeakyRelu, Alpha = 0.99f)] [Dense(2)]",
        "[Dense(3, Activation.LeakyRelu, Alpha = -1f)] [Dense(2)]",
        "[Dense(3, Activation.LeakyRelu, Alpha = float.NaN)] [Dense(2)]",
        "[Dense(3, Activation.Elu)] [Dense(2)]",
        "[Dense(3, Activation.Elu, Alpha = 1)] [Dense(2)]",
        "[Dense(3, Activation.Elu, Alpha = 0)] [Dense(2)]",
        "[Dense(3, Activation.Relu, Alpha = 1)] [Dense(2)]",
        "[Dense(3, Activation.Step, UseBias = false)] [Dense(2, UseBias = false)]",
        "[Dense(3, Activation.Softmax)] [Dense(2)]",
        "[Dense(1, Activation.Softmax)] [Dense(2)]", // constant, which is NETGEN203
    ]).Select((layers, index) => $"[Network(4)] {layers} public partial class Net{index};\n")));

    // The shapes of the network are not known, so the figures are not either.
    [Fact]
    public Task NetworksWithErrorsAreNotJudged() => Test(
        """
        [Network(4)]
        [Dense(-3)]
        [Dense(2)]
        public partial class Net;
        """);

    private static Task Test(string source, params DiagnosticResult[] expected)
    {
        RuleTest<MissingNonlinearityAnalyzer, EmptyCodeFixProvider> test = new(source);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    private static DiagnosticResult Found(string message, int location = 0) =>
        new DiagnosticResult(Rules.MissingNonlinearity).WithLocation(location).WithMessage(message);
}
