using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class ReluOutputTests
{
    [Fact]
    public Task EachOfTwoIsFound() => new RuleTest<ActivationAnalyzer, RemoveActivationFix>(
        """
        [Network(4)]
        [Dense(1128, Activation.Relu)]
        [Dense(10, {|#0:Activation.Relu|})] // the output
        partial class Net;

        [Network(4)]
        [Dense(1, {|#1:Activation.Relu6|}, Name = "only", UseBias = false)]
        partial class Other;
        """,
        """
        [Network(4)]
        [Dense(1128, Activation.Relu)]
        [Dense(10)] // the output
        partial class Net;

        [Network(4)]
        [Dense(1, Name = "only", UseBias = false)]
        partial class Other;
        """)
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.ReluOutput).WithLocation(0).WithMessage(
                "'Dense2' (1,128 -> 10, ReLU) is the output layer: no output can be negative, and one at 0 has no gradient"),
            new DiagnosticResult(Rules.ReluOutput).WithLocation(1).WithMessage(
                "'only' (4 -> 1, ReLU6) is the output layer: no output can be negative or above 6, "
                    + "and one at a limit has no gradient"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[Dense(4, 3, {|NETGEN206:Activation.Relu|})]", "[Dense(4, 3)]")]
    [InlineData("[Dense(3, {|NETGEN206:activation: Activation.Relu|})]", "[Dense(3)]")]
    [InlineData("[Dense({|NETGEN206:activation: Activation.Relu|}, outputs: 3)]", "[Dense(outputs: 3)]")]
    [InlineData("[Dense(4, {|NETGEN206:activation: Activation.Relu|}, outputs: 3)]", "[Dense(4, outputs: 3)]")]
    [InlineData("[Dense(3, {|NETGEN206:NetGen.Activation.Relu|}, Alpha = 1)]", "[Dense(3, Alpha = 1)]")]
    [InlineData("[Dense(3, {|NETGEN206:(Activation)2|})]", "[Dense(3)]")]
    [InlineData("[Dense(3, {|NETGEN206:Own|})]", "[Dense(3)]")]
    [InlineData("[NetGen.Dense(3, {|NETGEN206:Activation.Relu|}), System.Obsolete]", "[NetGen.Dense(3), System.Obsolete]")]
    [InlineData("[Dense(3 /* three */, /* cut */ {|NETGEN206:Activation.Relu|} /* off */)]", "[Dense(3 /* three */ /* cut */  /* off */)]")]
    [InlineData(
        "[Dense(\n    3, // three\n    {|NETGEN206:Activation.Relu|}, // cut off\n    Name = \"three\")]",
        "[Dense(\n    3, // three\n       // cut off\n    Name = \"three\")]")]
    [InlineData("[Dense(\n    3, // three\n    {|NETGEN206:Activation.Relu|})]", "[Dense(\n    3 // three\n    )]")]
    [InlineData(
        "[Dense(\n    3,\n    {|NETGEN206:Activation.Relu|},\n    Name = \"three\")]",
        "[Dense(\n    3,\n    Name = \"three\")]")]
    [InlineData(
        "[Dense(3, {|NETGEN206:Activation.Relu|},\n    Name = \"three\")]",
        "[Dense(3,\n    Name = \"three\")]")]
    public Task TheFixTakesAnyForm(string layer, string fixedLayer) => new RuleTest<ActivationAnalyzer, RemoveActivationFix>(
        In(layer), In(fixedLayer)).RunAsync();

    [Theory]
    [InlineData("[Dense(3, Activation.Relu)] [Dense(3)]")]
    [InlineData("[Dense(3, Activation.LeakyRelu)]")]
    [InlineData("[Dense(3, Activation.Softplus)]")]
    [InlineData("[Dense(3, Activation.HardSigmoid)]")]
    [InlineData("[Dense(3, Activation.Step)]")]
    [InlineData("[Dense(3, Name = \"Relu\")]")]
    public Task InnocentIsNotFound(string layers) => new RuleTest<ActivationAnalyzer, RemoveActivationFix>(
        $"[Network(4)] {layers} partial class Net;").RunAsync();

    /// <summary>Its shapes mean nothing; the error says what to do first.</summary>
    [Fact]
    public Task ANetworkWithErrorsHasOnlyThose() => new RuleTest<ActivationAnalyzer, RemoveActivationFix>(
        "[Network(4)] [Dense(5, 3, Activation.Relu)] partial class Net;").RunAsync();

    private static string In(string layer) =>
        $$"""
        [Network(4)]
        {{layer}}
        partial class Net
        {
            private const Activation Own = Activation.Relu;
        }
        """;
}
