using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN005.</summary>
public class NoNetworkTests
{
    [Fact]
    public Task TheFixTakesTheInputsOfTheFirstLayer() => new RuleTest<NoNetworkAnalyzer, AddNetworkFix>(
        """
        namespace Users;

        static class Sizes { public const int In = 4; }

        /// <summary>Two layers.</summary>
        [Serializable]
        // The first.
        [{|#0:Dense(Sizes.In /* four */, outputs: 3, Activation.Relu)|}] // Behind it.
        [Dense(2)]
        public sealed class Net
        {
            internal sealed class Inner
            {
                [{|#1:Dense(outputs: 3, inputs: 2)|}, Dense(5)]
                private class Net;
            }
        }

        [Obsolete] [{|#2:NetGen.DenseAttribute(7, 3)|}] partial class Other;
        """,
        """
        namespace Users;

        static class Sizes { public const int In = 4; }

        /// <summary>Two layers.</summary>
        [Serializable]
        // The first.
        [Network(Sizes.In)]
        [Dense(Sizes.In /* four */, outputs: 3, Activation.Relu)] // Behind it.
        [Dense(2)]
        public sealed partial class Net
        {
            internal sealed partial class Inner
            {
                [Network(2)]
                [Dense(outputs: 3, inputs: 2), Dense(5)]
                private partial class Net;
            }
        }

        [Obsolete] [Network(7)] [NetGen.DenseAttribute(7, 3)] partial class Other;
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(0, "'Net' has 2 layers but no [Network], which gives the number of inputs"),
            Finding(1, "'Net' has 2 layers but no [Network], which gives the number of inputs"),
            Finding(2, "'Other' has a layer but no [Network], which gives the number of inputs"),
        },
    }.RunAsync();

    [Fact]
    public Task TheFixNeedsNoUsing()
    {
        const string Shadow = "namespace Other { class NetworkAttribute : System.Attribute; }";
        return new RuleTest<NoNetworkAnalyzer, AddNetworkFix>(
            $"namespace Users {{ using Other;\n[{{|NETGEN005:NetGen.Dense(4, 3)|}}]\n  partial class Net; }} {Shadow}",
            $"namespace Users {{ using Other;\n[NetGen.Network(4)]\n[NetGen.Dense(4, 3)]\n  partial class Net; }} {Shadow}").RunAsync();
    }

    [Fact]
    public Task TheFixKeepsLineEnds() => new RuleTest<NoNetworkAnalyzer, AddNetworkFix>(
        "[{|NETGEN005:Dense(4, 3)|}]\r\npartial class Net;\r\n",
        "[Network(4)]\r\n[Dense(4, 3)]\r\npartial class Net;\r\n").RunAsync();

    /// <summary>No number is known, or the network would have another mistake.</summary>
    [Theory]
    [InlineData("[{|NETGEN005:Dense(3)|}] partial class Net;")]
    [InlineData("[{|NETGEN005:Dense(3)|}] [Dense(3, 2)] partial class Net;")]
    [InlineData("[{|NETGEN005:Dense(0, 3)|}] partial class Net;")]
    [InlineData("[{|NETGEN005:Dense(4, 3)|}] [Dense(4, 2)] partial class Net;")]
    [InlineData("[{|NETGEN005:Dense(4, 3)|}] partial class Net; [Dense(2)] partial class Net;")]
    [InlineData("[{|NETGEN005:Dense(4, 3)|}] abstract partial class Net;")]
    [InlineData("[{|NETGEN005:Dense(4, 3)|}] partial struct Net;")]
    [InlineData("[{|NETGEN005:Dense(4, 3)|}] partial class Net { int Summary => 1; }")]
    [InlineData("[{|NETGEN005:Dense(Other.OutputLength, 3)|}] partial class Net; [Network(4)] [Dense(3)] partial class Other;")]
    [InlineData(
        "[{|NETGEN005:Dense(4, 3)|}] class Net : Other;"
            + "[Network(4)] [Dense(3)] partial class Other { protected Other() : this([]) { } }")]
    public Task WithoutAnHonestNumberThereIsNoFix(string source) => new RuleTest<NoNetworkAnalyzer, AddNetworkFix>(source, source)
    {
        FixedState = { MarkupHandling = MarkupMode.Allow },
    }.RunAsync();

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] partial class Net; [Dense(3)] partial class Net;")]
    [InlineData("[Dense(3)] partial class Net; [Network(4)] partial class Net;")]
    [InlineData("[Other.Dense(3)] class Net; namespace Other { class DenseAttribute(int o) : Attribute { int O => o; } }")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net { class Inner; }")]
    public Task LayersOfNetworksHaveNone(string source) => new RuleTest<NoNetworkAnalyzer, AddNetworkFix>(source).RunAsync();

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.NoNetwork).WithLocation(place).WithMessage(message);
}
