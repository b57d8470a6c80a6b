using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN001.</summary>
public class NotPartialTests
{
    [Fact]
    public Task TheFixKeepsModifiersCommentsAndTheUsesOfTheNetwork() => new RuleTest<DeclarationAnalyzer, MakePartialFix>(
        """
        /// <summary>A network.</summary>
        [Network(4)]
        [Dense(3)]
        public /* one */ sealed /* two */ class {|#0:Net|}; // three
        class Use { int Length => Net.{|CS0117:InputLength|}; }
        """,
        """
        /// <summary>A network.</summary>
        [Network(4)]
        [Dense(3)]
        public /* one */ sealed /* two */ partial class Net; // three
        class Use { int Length => Net.InputLength; }
        """)
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.NotPartial).WithLocation(0).WithMessage("The network class 'Net' is not partial"),
        },
    }.RunAsync();

    [Fact]
    public Task FixAllMakesNetworksInNetworksPartial() => new RuleTest<DeclarationAnalyzer, MakePartialFix>(
        """
        [Network(4), Dense(3)]
        // A comment before the keyword.
        class {|NETGEN001:Outer|}
        {
            [Network(4)] [Dense(3)]
            private protected class {|NETGEN001:Inner|} : IDisposable
            {
                void IDisposable.Dispose() { }
            }
        }

        [Network(4)] [Dense(3)] class {|NETGEN001:Other|} { }
        """,
        """
        [Network(4), Dense(3)]
        // A comment before the keyword.
        partial class Outer
        {
            [Network(4)] [Dense(3)]
            private protected partial class Inner : IDisposable
            {
                void IDisposable.Dispose() { }
            }
        }

        [Network(4)] [Dense(3)] partial class Other { }
        """).RunAsync();

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net; partial class Net { }")]
    [InlineData("class Net { partial class Dense; }")]
    [InlineData("[Other.Network(4)] class Net; namespace Other { class NetworkAttribute(int inputs) : Attribute { int I => inputs; } }")]
    public Task WhatIsPartialOrNoNetworkHasNone(string source) => new RuleTest<DeclarationAnalyzer, MakePartialFix>(source).RunAsync();
}
