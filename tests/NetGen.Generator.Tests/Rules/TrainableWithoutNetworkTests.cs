using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN405.</summary>
public class TrainableWithoutNetworkTests
{
    [Fact]
    public Task EachIsFoundAndRemoved() => new RuleTest<NoNetworkAnalyzer, RemoveTrainableFix>(
        """
        namespace Users;

        /// <summary>No network.</summary>
        [{|#0:Trainable(Loss.Huber, /* one */ Delta = 1)|}] // Behind it.
        public class Lonely
        {
            [Serializable]
            // Above it.
            [{|#1:NetGen.TrainableAttribute(Loss.CrossEntropy)|}]
            private struct Inner;

            [Obsolete, {|#2:Trainable(Loss.CrossEntropy)|}] interface IInner;
        }

        [{|#3:Trainable(Loss.CrossEntropy)|}, Obsolete] partial class Parts;
        partial class Parts;
        [{|#4:Trainable(Loss.CrossEntropy)|}] class Derived : Net;
        [Network(4)] [Dense(3)] partial class Net { protected Net() : this([]) { } }
        """,
        """
        namespace Users;

        /// <summary>No network.</summary>
        /* one */
        // Behind it.
        public class Lonely
        {
            [Serializable]
            // Above it.
            private struct Inner;

            [Obsolete] interface IInner;
        }

        [Obsolete] partial class Parts;
        partial class Parts;
        class Derived : Net;
        [Network(4)] [Dense(3)] partial class Net { protected Net() : this([]) { } }
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(0, "Lonely"),
            Finding(1, "Inner"),
            Finding(2, "IInner"),
            Finding(3, "Parts"),
            Finding(4, "Derived"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[Network(4)] [Dense(3)] [Trainable(Loss.CrossEntropy)] partial class Net;")]
    [InlineData("[Trainable(Loss.CrossEntropy)] partial class Net; [Network(4)] [Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] [Trainable(Loss.CrossEntropy)] partial class Net;")] // NETGEN004.
    [InlineData("[Other.Trainable] class Net; namespace Other { class TrainableAttribute : Attribute; }")]
    public Task NetworksHaveNone(string source) => new RuleTest<NoNetworkAnalyzer, RemoveTrainableFix>(source).RunAsync();

    /// <summary>What is missing is said once, and with it the network is trainable.</summary>
    [Fact]
    public Task LayersHaveARuleOfTheirOwn() => new RuleTest<NoNetworkAnalyzer, AddNetworkFix>(
        "[Trainable(Loss.CrossEntropy)] [{|NETGEN005:Dense(4, 3)|}] partial class Net;",
        "[Trainable(Loss.CrossEntropy)] [Network(4)] [Dense(4, 3)] partial class Net;").RunAsync();

    private static DiagnosticResult Finding(int place, string type) => new DiagnosticResult(Rules.TrainableWithoutNetwork)
        .WithLocation(place).WithMessage($"'{type}' is no network: it has neither [Network] nor layers");
}
