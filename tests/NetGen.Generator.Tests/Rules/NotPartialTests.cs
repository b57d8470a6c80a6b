using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class NotPartialTests
{
    [Fact]
    public Task Fix() => new RuleTest<DeclarationAnalyzer, MakePartialFix>(
        """
        [Network(4)]
        [Dense(3)]
        public sealed class {|#0:Net|}; // a comment
        """,
        """
        [Network(4)]
        [Dense(3)]
        public sealed partial class Net; // a comment
        """)
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.NotPartial).WithLocation(0).WithMessage("The network class 'Net' is not partial"),
        },
    }.RunAsync();
}
