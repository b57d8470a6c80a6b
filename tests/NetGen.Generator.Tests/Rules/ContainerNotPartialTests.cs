using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN002.</summary>
public class ContainerNotPartialTests
{
    [Fact]
    public Task EachContainerHasOneFindingAndTheFixKeepsItsModifiers() => new RuleTest<ContainerAnalyzer, MakePartialFix>(
        """
        namespace Users;

        // Two networks, one mistake.
        internal static class {|#0:Models|}
        {
            [Network(4)] [Dense(3)] internal partial class First;
            [Network(4)] [Dense(3)] internal partial class Second;
        }

        partial class Outer
        {
            readonly ref struct {|#1:Middle|} { record /* r */ {|#2:Inner|}(int A) { [Network(4)] [Dense(3)] partial class Net; } }
        }
        """,
        """
        namespace Users;

        // Two networks, one mistake.
        internal static partial class Models
        {
            [Network(4)] [Dense(3)] internal partial class First;
            [Network(4)] [Dense(3)] internal partial class Second;
        }

        partial class Outer
        {
            readonly ref partial struct Middle { partial record /* r */ Inner(int A) { [Network(4)] [Dense(3)] partial class Net; } }
        }
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(0, "'Models', which contains the network 'First', is not partial"),
            Finding(1, "'Middle', which contains the network 'Net', is not partial"),
            Finding(2, "'Inner', which contains the network 'Net', is not partial"),
        },
    }.RunAsync();

    [Fact]
    public Task OnlyThePartWithTheNetworkIsLookedAt() => new RuleTest<ContainerAnalyzer, MakePartialFix>(
        "class {|NETGEN002:{|CS0260:Outer|}|} { [Network(4)] [Dense(3)] partial class Net; } partial class Outer { partial class Net { } }",
        "partial class Outer { [Network(4)] [Dense(3)] partial class Net; } partial class Outer { partial class Net { } }").RunAsync();

    [Theory]
    [InlineData("partial class Outer { [Network(4)] [Dense(3)] partial class Net; }")]
    [InlineData("class Outer { partial class Inner; }")]
    [InlineData("class Outer { class Inner { } } [Network(4)] [Dense(3)] partial class Net;")]
    public Task PartialContainersAndThoseOfOtherTypesHaveNone(string source) =>
        new RuleTest<ContainerAnalyzer, MakePartialFix>(source).RunAsync();

    /// <summary>The network around is reported by NETGEN001.</summary>
    [Fact]
    public Task ANetworkThatContainsOneIsOneMistake() => new RuleTest<ContainerAnalyzer, MakePartialFix>(
        "[Network(4)] [Dense(3)] class Outer { [Network(4)] [Dense(3)] partial class Net; }").RunAsync();

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.ContainerNotPartial).WithLocation(place).WithMessage(message);
}
