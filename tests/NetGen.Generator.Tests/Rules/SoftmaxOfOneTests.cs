using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class SoftmaxOfOneTests
{
    [Fact]
    public Task EachOfTwoIsFound() => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        """
        [Network(4)]
        [Dense(3, Activation.Relu)]
        [Dense(1, {|#0:Activation.Softmax|})]
        partial class Net;

        [Network(4)]
        [Dense(4, 1, {|#1:activation: Activation.LogSoftmax|}, Name = "head")] // logarithm
        partial class Other;
        """,
        """
        [Network(4)]
        [Dense(3, Activation.Relu)]
        [Dense(1, Activation.Sigmoid)]
        partial class Net;

        [Network(4)]
        [Dense(4, 1, activation: Activation.Sigmoid, Name = "head")] // logarithm
        partial class Other;
        """)
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.SoftmaxOfOne).WithLocation(0)
                .WithMessage("'Dense2', layer 2 of 2, has softmax over 1 unit, which is always 1"),
            new DiagnosticResult(Rules.SoftmaxOfOne).WithLocation(1)
                .WithMessage("'head', layer 1 of 1, has log-softmax over 1 unit, which is always 0"),
        },
    }.RunAsync();

    /// <summary>A constant is the graver mistake than a softmax in the wrong layer; one finding tells it.</summary>
    [Fact]
    public Task InAHiddenLayerItIsTheOnlyFinding() => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        """
        [Network(4)]
        [Dense(1, {|NETGEN203:Activation.Softmax|})]
        [Dense(2, Activation.Softmax)]
        partial class Net : IClassifier { int Use() => Classify([1, 2, 3, 4]); }

        interface IClassifier { int Classify(ReadOnlySpan<float> input); }
        """,
        """
        [Network(4)]
        [Dense(1, Activation.Sigmoid)]
        [Dense(2, Activation.Softmax)]
        partial class Net : IClassifier { int Use() => Classify([1, 2, 3, 4]); }

        interface IClassifier { int Classify(ReadOnlySpan<float> input); }
        """).RunAsync();

    /// <summary>Without softmax there is no generated <c>Classify</c>, and these would not compile.</summary>
    [Theory]
    [InlineData("partial class Net; class Use { int Run(Net net) => net.Classify([1], out float confidence); }")]
    [InlineData("partial class Net { System.Func<System.ReadOnlyMemory<float>, int> F => x => Classify(x.Span); }")]
    [InlineData("partial class Net : IClassifier; interface IClassifier { int Classify(System.ReadOnlySpan<float> input); }")]
    [InlineData("partial class Net { string Name => nameof(Classify); }")]
    public Task WhereClassifyIsUsedThereIsNoFix(string source)
    {
        string whole = "[Network(1)] [Dense(1, {|NETGEN203:Activation.Softmax|})] " + source;
        return new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(whole, whole)
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    [Fact]
    public Task UsesInOtherFilesCount()
    {
        const string Source = "[Network(1)] [Dense(1, {|NETGEN203:Activation.Softmax|})] partial class Net;";
        (string, string) use = ("Use.cs", "class Use { int Run(Net net) => net.Classify([1]); }");
        return new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(Source, Source)
        {
            TestState = { Sources = { use } },
            FixedState = { Sources = { use }, MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    [Fact]
    public Task OtherMethodsOfTheNameDoNotCount() => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        """
        [Network(1)]
        [Dense(1, {|NETGEN203:Activation.Softmax|})]
        partial class Net
        {
            public int Classify(string text) => text.Length;
            int Run(Other other) => Classify("") + other.Classify([1]);
        }

        [Network(1)] [Dense(2, Activation.Softmax)] partial class Other;
        """,
        """
        [Network(1)]
        [Dense(1, Activation.Sigmoid)]
        partial class Net
        {
            public int Classify(string text) => text.Length;
            int Run(Other other) => Classify("") + other.Classify([1]);
        }

        [Network(1)] [Dense(2, Activation.Softmax)] partial class Other;
        """).RunAsync();

    [Theory]
    [InlineData("[Dense(2, Activation.Softmax)]")]
    [InlineData("[Dense(1, Activation.Relu)] [Dense(2, Activation.LogSoftmax)]")]
    [InlineData("[Dense(1, Activation.Softplus)]")]
    [InlineData("[Dense(1)]")]
    public Task InnocentIsNotFound(string layers) => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        $"[Network(1)] {layers} partial class Net;").RunAsync();

    /// <summary>A size that is no size is read as 1.</summary>
    [Theory]
    [InlineData("[Dense(0, Activation.Softmax)]")]
    [InlineData("[Dense(activation: Activation.Softmax, outputs: {|CS0103:unknown|})]")]
    public Task ANetworkWithErrorsHasOnlyThose(string layers) => new RuleTest<SoftmaxAnalyzer, ReplaceSoftmaxFix>(
        $"[Network(1)] {layers} partial class Net;").RunAsync();
}
