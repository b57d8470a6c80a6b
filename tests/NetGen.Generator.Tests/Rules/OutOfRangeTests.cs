using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN007.</summary>
public class OutOfRangeTests
{
    private const string Other =
        """

        [Network(4)] [Dense(3, Name = "fc")] partial class Other { public const int Own = 5; }
        static class Sizes
        {
            public const int Plain = 2 * Other.Own;
            public const int Derived = Plain + More.Inner;
            private static class More { public const int Inner = Other.fc.Outputs; }
            public const float Loop = Loop2, Loop2 = 1;
        }
        enum Kind { A = 2, B = Other.OutputLength }
        """;

    [Theory]
    [InlineData("[Network({|#0:0|})] [Dense(3)]", "'inputs' of the network is 0, expected 1 to 16,777,216")]
    [InlineData("[Network(inputs: {|#0:-1|})] [Dense(3)]", "'inputs' of the network is -1, expected 1 to 16,777,216", "inputs: ")]
    [InlineData("[Network({|#0:16_777_217|})] [Dense(3)]", "'inputs' of the network is 16,777,217, expected 1 to 16,777,216")]
    [InlineData("[Network(4), Dense({|#0:0|})]", "'outputs' of 'Dense1' is 0, expected 1 to 16,777,216")]
    [InlineData(
        "[Network(4)] [Dense(3)] [Dense({|#0:int.MinValue|}, Name = \"a b\")]",
        "'outputs' of 'a b' is -2,147,483,648, expected 1 to 16,777,216")]
    [InlineData("[Network(1)] [NetGen.DenseAttribute({|#0:-3|}, 3)]", "'inputs' of 'Dense1' is -3, expected 1 to 16,777,216")]
    [InlineData("[Network(4)] [Dense(3, {|#0:(Activation)20|})]", "'Dense1' has the undefined activation 20, expected 0 to 19")]
    [InlineData("[Network(4)] [Dense(4, 3, {|#0:(Activation)(-1234)|})]", "'Dense1' has the undefined activation -1,234, expected 0 to 19")]
    [InlineData("[Network(4)] [Dense(3, {|#0:Alpha = float.NaN|})]", "'Alpha' of 'Dense1' is NaN, expected a finite number")]
    [InlineData("[Network(4)] [Dense(3, {|#0:Alpha = -1 / 0f|})]", "'Alpha' of 'Dense1' is -Infinity, expected a finite number")]
    [InlineData(
        "[Network(4)] [Dense(3)] [Dense(3, {|#0:SparseInput = true|})]",
        "'SparseInput' of 'Dense2' is true, expected on the first layer only")]
    [InlineData(
        "[Network(4, {|#0:MaxParameters = -1_000|})] [Dense(3)]",
        "'MaxParameters' is -1,000, expected a positive number, or 0 for no limit")]
    public Task Values(string attributes, string message, string? name = null)
    {
        // A named argument is a place as a whole.
        string source = name is null ? attributes : attributes.Replace(name + "{|#0:", "{|#0:" + name, StringComparison.Ordinal);
        return Check<DeclarationAnalyzer>(source + " partial class Net;", message);
    }

    [Theory]
    [InlineData("[Network({|#0:Other.OutputLength|})] [Dense(3)]", "Other.OutputLength")]
    [InlineData("[Network(4)] [Dense({|#0:outputs: (int)Other.ParameterCount|})]", "Other.ParameterCount")]
    [InlineData("[Network(4)] [Dense(4, {|#0:Other.fc.Outputs * 2|})]", "Other.fc.Outputs")]
    [InlineData("[Network({|#0:Net.LayerCount|})] [Dense(3)]", "Net.LayerCount")]
    [InlineData("[Network({|#0:Sizes.Derived|})] [Dense(3)]", "Other.fc.Outputs")]
    [InlineData("[Network(4)] [Dense(3, {|#0:(Activation)Kind.B|})]", "Other.OutputLength")]
    [InlineData("[Network(4)] [Dense(1, UseBias = false, {|#0:Weights = [1, 2, 3, Other.OutputLength]|})]", "Other.OutputLength")]
    [InlineData("[Network(4, {|#0:MaxParameters = Other.ParameterCount * 2|})] [Dense(3)]", "Other.ParameterCount")]
    [InlineData("[Network(4)] [Dense(3, {|#0:Name = Other.Summary|})]", "Other.Summary")]
    public Task GeneratedConstants(string attributes, string constant) => Check<GeneratedConstantAnalyzer>(
        $"{attributes} partial class Net; {Other}",
        $"'{constant}' is generated, so its value is not known here; write the number, or a constant that is not made of it");

    [Theory]
    [InlineData("[Network(1)] [Dense(16_777_216, Activation.LogSoftmax)] partial class Net;")]
    [InlineData("[Network(16_777_216, MaxParameters = 0)] [Dense(1, (Activation)19, Alpha = -0f)] partial class Net;")]
    [InlineData("[Network(4, MaxParameters = long.MaxValue)] [Dense(1, Alpha = float.MaxValue)] partial class Net;")]
    [InlineData("[Network(Sizes.Plain)] [Dense(Other.Own, (Activation)Kind.A, Alpha = Sizes.Loop)] partial class Net;")]
    [InlineData("[Network(Own)] [Dense(Own, Name = nameof(Sizes))] partial class Net { public const int Own = 4; }")]
    [InlineData("[Network(4)] [Dense(3)] [System.ComponentModel.DefaultValue(Other.OutputLength)] partial class Net;")]
    public async Task ValuesInRangeAndConstantsOfOnesOwnHaveNone(string source)
    {
        await new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source + Other).RunAsync();
        await new RuleTest<GeneratedConstantAnalyzer, EmptyCodeFixProvider>(source + Other).RunAsync();
    }

    /// <summary>What has no value at all is an error of the compiler's own, and no rule repeats it.</summary>
    [Theory]
    [InlineData("[Network({|CS1503:\"4\"|})] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense({|CS0103:unknown|})] partial class Net;")]
    [InlineData("[Network(4)] [{|CS1729:Dense|}] partial class Net;")]
    [InlineData("[{|CS7036:Network|}] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(3, Alpha = {|CS0103:unknown|})] partial class Net;")]
    public async Task TheCompilersOwnErrorsAreNotRepeated(string source)
    {
        await new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source).RunAsync();
        await new RuleTest<GeneratedConstantAnalyzer, EmptyCodeFixProvider>(source).RunAsync();
    }

    private static Task Check<TAnalyzer>(string source, string message)
        where TAnalyzer : DiagnosticAnalyzer, new() => new RuleTest<TAnalyzer, EmptyCodeFixProvider>(source)
        {
            ExpectedDiagnostics = { new DiagnosticResult(Rules.OutOfRange).WithLocation(0).WithMessage(message) },
        }.RunAsync();
}
