using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class VanishingGradientsTests
{
    [Fact]
    public Task EachOfTwoNetworksHasOneFinding() => new RuleTest<ActivationAnalyzer, ReplaceSaturatingFix>(
        """
        using static NetGen.Activation;

        [Network(4)]
        [Dense(8, Sigmoid)] // the first
        [Dense(4, activation: NetGen.Activation.Sigmoid), Dense(4, {|#0:(Activation)11|})]
        [Dense(4, Sigmoid)]
        [Dense(1, Sigmoid)]
        partial class Net;

        [Network(4)]
        [Dense(8, Tanh)]
        [Dense(8, Gelu)]
        [Dense(8, Sigmoid)]
        [Dense(8, {|#1:Inner|}, Name = "third")]
        [Dense(1)]
        partial class Other { const Activation Inner = Tanh; }
        """,
        """
        using static NetGen.Activation;

        [Network(4)]
        [Dense(8, Relu)] // the first
        [Dense(4, activation: Relu), Dense(4, Relu)]
        [Dense(4, Relu)]
        [Dense(1, Sigmoid)]
        partial class Net;

        [Network(4)]
        [Dense(8, Relu)]
        [Dense(8, Gelu)]
        [Dense(8, Relu)]
        [Dense(8, Relu, Name = "third")]
        [Dense(1)]
        partial class Other { const Activation Inner = Tanh; }
        """)
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.VanishingGradients).WithLocation(0).WithMessage(
                "4 hidden layers have sigmoid (4) or tanh (0): their derivatives scale a gradient by at most 1/256, "
                    + "and by less wherever a sum is not 0"),
            new DiagnosticResult(Rules.VanishingGradients).WithLocation(1).WithMessage(
                "3 hidden layers have sigmoid (1) or tanh (2): their derivatives scale a gradient by at most 1/4, "
                    + "and by less wherever a sum is not 0"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("Sigmoid", 3, "3 hidden layers have sigmoid (3) or tanh (0)", "1/64")]
    [InlineData("Tanh", 3, "3 hidden layers have sigmoid (0) or tanh (3)", "1")]
    [InlineData("Sigmoid", 15, "15 hidden layers have sigmoid (15) or tanh (0)", "1/1,073,741,824")]
    [InlineData("Sigmoid", 16, "16 hidden layers have sigmoid (16) or tanh (0)", "1/4^16")]
    public Task TheBoundIsTheProductOfTheLargestDerivatives(string activation, int count, string start, string bound)
    {
        string[] layers = [.. Enumerable.Repeat($"[Dense(1, Activation.{activation})]", count)];
        layers[2] = $"[Dense(1, {{|#0:Activation.{activation}|}})]";
        return new RuleTest<ActivationAnalyzer, EmptyCodeFixProvider>(
            $"[Network(1)] {string.Join(" ", layers)} [Dense(1)] partial class Net;")
        {
            ExpectedDiagnostics =
            {
                new DiagnosticResult(Rules.VanishingGradients).WithLocation(0).WithMessage(
                    start + $": their derivatives scale a gradient by at most {bound}, and by less wherever a sum is not 0"),
            },
        }.RunAsync();
    }

    [Theory]
    [InlineData("[Dense(4, Activation.Sigmoid)] [Dense(4, Activation.Tanh)] [Dense(4, Activation.Sigmoid)]")]
    [InlineData("[Dense(4, Activation.Tanh)] [Dense(4, Activation.Relu)] [Dense(4, Activation.Tanh)] [Dense(4)]")]
    [InlineData(
        "[Dense(4, Activation.HardTanh)] [Dense(4, Activation.Softsign)] [Dense(4, Activation.HardSigmoid)] "
            + "[Dense(4, Activation.GeluTanh)] [Dense(4)]")]
    [InlineData("[Dense(4, Activation.Silu)] [Dense(4, Activation.Silu)] [Dense(4, Activation.Silu)] [Dense(4)]")]
    [InlineData("[Dense(4, Activation.Tanh)]")]
    public Task InnocentIsNotFound(string layers) => new RuleTest<ActivationAnalyzer, ReplaceSaturatingFix>(
        $"[Network(4)] {layers} partial class Net;").RunAsync();

    /// <summary>Its shapes mean nothing; the error says what to do first.</summary>
    [Fact]
    public Task ANetworkWithErrorsHasOnlyThose() => new RuleTest<ActivationAnalyzer, ReplaceSaturatingFix>(
        """
        [Network(4)]
        [Dense(4, Activation.Tanh)]
        [Dense(4, Activation.Tanh)]
        [Dense(5, 4, Activation.Tanh)]
        [Dense(1)]
        partial class Net;
        """).RunAsync();
}
