using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class InputsDifferTests
{
    [Fact]
    public Task Fix() => new RuleTest<ShapeAnalyzer, SetInputsFix>(
        """
        [NetGen.Network(784)] // pixels
        [NetGen.Dense({|#0:700|}, 256, NetGen.Activation.Relu)] // the first
        [NetGen.Dense(outputs: 128, {|#1:inputs: /* as before */ Hidden|}, activation: NetGen.Activation.Elu), NetGen.Dense(128, 1)]
        public sealed partial class Net
        {
            private const int Hidden = 3 * 100;
        }
        """,
        """
        [NetGen.Network(784)] // pixels
        [NetGen.Dense(784, 256, NetGen.Activation.Relu)] // the first
        [NetGen.Dense(outputs: 128, inputs: /* as before */ 256, activation: NetGen.Activation.Elu), NetGen.Dense(128, 1)]
        public sealed partial class Net
        {
            private const int Hidden = 3 * 100;
        }
        """,
        usings: "")
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.InputsDiffer).WithLocation(0)
                .WithMessage("'Dense1' declares 700 inputs, but the network has 784"),
            new DiagnosticResult(Rules.InputsDiffer).WithLocation(1)
                .WithMessage("'Dense2' declares 300 inputs, but the layer before it gives 256"),
        },
    }.RunAsync();

    [Fact]
    public Task FixAllAcrossNetworks() => new RuleTest<ShapeAnalyzer, SetInputsFix>(
        """
        [Network(4), Dense({|NETGEN101:16_777_216|}, 3, Name = "first"), Dense({|NETGEN101:2|}, 1)]
        public sealed partial class One;

        internal static partial class Outer
        {
            [Network(4)]
            [Dense(
                {|NETGEN101:5|} // wrong
                , 3, Weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], Bias = [1, 2, 3])]
            internal sealed partial class Two;
        }
        """,
        """
        [Network(4), Dense(4, 3, Name = "first"), Dense(3, 1)]
        public sealed partial class One;

        internal static partial class Outer
        {
            [Network(4)]
            [Dense(
                4 // wrong
                , 3, Weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], Bias = [1, 2, 3])]
            internal sealed partial class Two;
        }
        """).RunAsync();

    /// <summary>The weights are those of the declared inputs, so that other inputs would be the next mistake.</summary>
    [Fact]
    public Task NoFixThatTheWeightsWouldNotFit()
    {
        const string Source =
            "[Network(2)] [Dense({|NETGEN101:3|}, 1, Weights = [1, 2, 3], Bias = [0])] public sealed partial class Net;";
        return new RuleTest<ShapeAnalyzer, SetInputsFix>(Source, Source) { FixedState = { MarkupHandling = MarkupMode.Allow } }.RunAsync();
    }

    [Theory]
    [InlineData("[Network(4)] [Dense(4, 3, Activation.Relu)] [Dense(3, 2)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(3)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(In), Dense(In, In * 2), Dense(inputs: 8, outputs: 1)] partial class Net { const int In = 4; }")]
    [InlineData("[Network(4)] [Dense({|CS1503:\"4\"|}, {|CS1503:3|})] partial class Net;")]
    public Task RightInputsAreNone(string source) => ShapeRule.FindsNothing(source);

    /// <summary>Nothing is said of inputs that depend on a size which is wrong itself.</summary>
    [Theory]
    [InlineData("[Network(0)] [Dense(4, 3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(0)] [Dense(4, 3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(-5, 3)] partial class Net;")]
    [InlineData("[Network({|CS0103:unknown|})] [Dense(4, 3)] partial class Net;")]
    public Task AWrongSizeIsOneMistake(string source) => ShapeRule.FindsNothing(source);
}
