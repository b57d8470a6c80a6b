using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class HiddenSoftmaxTests
{
    [Fact]
    public Task EachOfTwoIsFound() => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        """
        [Network(784)]
        [Dense(1256, {|#0:Activation.Softmax|})] // the first
        [Dense(128, /* why */ {|#1:Activation.LogSoftmax|} /* so */, Name = "second")]
        [Dense(10, Activation.Softmax)]
        public sealed partial class Net;
        """,
        """
        [Network(784)]
        [Dense(1256, Activation.Relu)] // the first
        [Dense(128, /* why */ Activation.Relu /* so */, Name = "second")]
        [Dense(10, Activation.Softmax)]
        public sealed partial class Net;
        """)
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.HiddenSoftmax).WithLocation(0).WithMessage(
                "'Dense1', layer 1 of 3 and not the last, has softmax over 1,256 units: "
                    + "they compete for a total probability of 1 and tell the next layer little"),
            new DiagnosticResult(Rules.HiddenSoftmax).WithLocation(1).WithMessage(
                "'second', layer 2 of 3 and not the last, has log-softmax over 128 units: "
                    + "they compete for a total probability of 1 and tell the next layer little"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[Dense(3, {|NETGEN202:Activation.Softmax|})]", "[Dense(3, Activation.Relu)]")]
    [InlineData("[Dense(4, 3, {|NETGEN202:Activation.Softmax|})]", "[Dense(4, 3, Activation.Relu)]")]
    [InlineData("[Dense(3, {|NETGEN202:activation: Activation.Softmax|})]", "[Dense(3, activation: Activation.Relu)]")]
    [InlineData(
        "[Dense({|NETGEN202:activation: Activation.Softmax|}, outputs: 3)]", "[Dense(activation: Activation.Relu, outputs: 3)]")]
    [InlineData("[Dense(3, {|NETGEN202:NetGen.Activation.Softmax|})]", "[Dense(3, Activation.Relu)]")]
    [InlineData("[Dense(3, {|NETGEN202:(Activation)18|})]", "[Dense(3, Activation.Relu)]")]
    [InlineData("[Dense(3, {|NETGEN202:Inner|})]", "[Dense(3, Activation.Relu)]")]
    [InlineData(
        "[Dense(3, {|NETGEN202:Inner|}, Name = \"Activation\")]", "[Dense(3, NetGen.Activation.Relu, Name = \"Activation\")]")]
    [InlineData("[Dense(3, {|NETGEN202:Activation.Softmax|}), Dense(2)]", "[Dense(3, Activation.Relu), Dense(2)]")]
    public Task TheFixTakesAnyForm(string layer, string fixedLayer) => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        In(layer), In(fixedLayer)).RunAsync();

    [Fact]
    public Task TheFixNeedsNoUsing() => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        """
        [NetGen.Network(4)]
        [global::NetGen.DenseAttribute(3, {|NETGEN202:NetGen.Activation.Softmax|})]
        [NetGen.Dense(2)]
        partial class Net;
        """,
        """
        [NetGen.Network(4)]
        [global::NetGen.DenseAttribute(3, NetGen.Activation.Relu)]
        [NetGen.Dense(2)]
        partial class Net;
        """,
        usings: "").RunAsync();

    [Fact]
    public Task TheFixTakesStaticUsings() => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        """
        using static NetGen.Activation;

        [Network(4), Dense(3, {|NETGEN202:Softmax|}), Dense(3, {|NETGEN202:LogSoftmax|}), Dense(2)]
        partial class Net;
        """,
        """
        using static NetGen.Activation;

        [Network(4), Dense(3, Relu), Dense(3, Relu), Dense(2)]
        partial class Net;
        """).RunAsync();

    [Theory]
    [InlineData("[Dense(10, Activation.Softmax)]")]
    [InlineData("[Dense(10, Activation.LogSoftmax)]")]
    [InlineData("[Dense(3, Activation.Softplus)] [Dense(3, Activation.Softsign)] [Dense(10, Activation.Softmax)]")]
    [InlineData("[Dense(3, Activation.Sigmoid, Name = \"Softmax\")] [Dense(10)]")]
    public Task InnocentIsNotFound(string layers) => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        $"[Network(4)] {layers} partial class Net;").RunAsync();

    /// <summary>Its shapes mean nothing; the error says what to do first.</summary>
    [Theory]
    [InlineData("[Dense(5, 3, Activation.Softmax)] [Dense(2)]")]
    [InlineData("[Dense(0, Activation.Softmax)] [Dense(2)]")]
    public Task ANetworkWithErrorsHasOnlyThose(string layers) => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        $"[Network(4)] {layers} partial class Net;").RunAsync();

    private static string In(string layer) =>
        $$"""
        [Network(4)]
        {{layer}}
        [Dense(2)]
        partial class Net
        {
            private const NetGen.Activation Inner = NetGen.Activation.Softmax;
        }
        """;
}
