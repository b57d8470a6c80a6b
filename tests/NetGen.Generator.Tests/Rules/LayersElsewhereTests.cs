using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN006.</summary>
public class LayersElsewhereTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(3)] partial class Net; [{|#0:Dense(2)|}] partial class Net;", 1, 2)]
    [InlineData("[{|#0:Dense(2)|}] partial class Net; [Network(4)] [Dense(3)] partial class Net;", 1, 2)]
    [InlineData("[Network(4)] partial class Net; partial class Net; [Obsolete, {|#0:Dense(2)|}, Dense(1)] partial class Net;", 2, 2)]
    [InlineData("[Network(4)] [Dense(3)] partial class Net; [{|#0:Dense(2)|}] partial class Net; [Dense(1)] partial class Net;", 2, 3)]
    public Task TheFirstLayerOnAnotherPart(string source, int elsewhere, int all) =>
        Test(source, elsewhere, all).RunAsync();

    [Fact]
    public Task APartInAnotherFile()
    {
        var test = Test("[Network(4)] [Dense(3)] partial class Net;", 1, 2);
        test.TestState.Sources.Add(("Other.cs", "[{|#0:Dense(2)|}] partial class Net;"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] [Dense(2)] partial class Net; partial class Net { }")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net; [Obsolete] partial class Net { }")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net { [Network(4)] [Dense(3)] partial class Inner; }")]
    [InlineData("[Dense(3)] partial class Net; [Dense(3)] partial class Net;")]
    public Task OtherPartsWithoutLayersHaveNone(string source) =>
        new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source).RunAsync();

    private static RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider> Test(string source, int elsewhere, int all) => new(source)
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.LayersElsewhere).WithLocation(0).WithMessage(
                $"'Net' has {elsewhere} of its {all} layers on another part of the class than [Network]; "
                    + "their order is known only on one part"),
        },
    };
}
