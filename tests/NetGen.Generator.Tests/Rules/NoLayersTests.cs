using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN004.</summary>
public class NoLayersTests
{
    [Theory]
    [InlineData("[Network(4)] partial class {|#0:Net|};")]
    [InlineData("[Network(4)] partial class {|#0:Net|}; partial class Net { }")]
    [InlineData("[Network(4)] partial class {|#0:Net|} { [Network(4)] [Dense(3)] partial class Inner; }")]
    [InlineData(
        "[Network(4)] [Other.Dense(3)] partial class {|#0:Net|};"
            + "namespace Other { class DenseAttribute(int outputs) : Attribute { int O => outputs; } }")]
    public Task ANetworkWithoutLayers(string source) => new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source)
    {
        ExpectedDiagnostics = { new DiagnosticResult(Rules.NoLayers).WithLocation(0).WithMessage("The network 'Net' has no layers") },
    }.RunAsync();

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4), Dense(3)] partial class Net;")]
    [InlineData("[Dense(3)] [Network(4)] partial class Net;")]
    [InlineData("partial class Net;")]
    [InlineData("[Network(4)] partial class Net; [{|NETGEN006:Dense(3)|}] partial class Net;")]
    public Task LayersWhereverTheyStand(string source) => new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source).RunAsync();
}
