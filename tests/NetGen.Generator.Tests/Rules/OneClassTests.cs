using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN402.</summary>
public class OneClassTests
{
    [Fact]
    public Task EachOfThreeIsFound() => new RuleTest<TrainingAnalyzer, TrainingFix>(
        """
        [Network(57)]
        [Dense(32, Activation.Relu)]
        [Dense({|#0:1|})] // spam or not
        [Trainable(Loss.CrossEntropy)]
        partial class Net;

        [Network(1128)]
        [Dense(1128, {|#1:outputs: 1|}, activation: /* of one */ Activation.Softmax, Name = "head")]
        [Trainable(Loss.CrossEntropy, LabelSmoothing = 0.1f)]
        partial class Other;

        [Trainable(Loss.CrossEntropy)]
        partial class Parts;

        [Network(2)]
        [Dense(2, {|#2:1|}, Activation.LeakyRelu, Alpha = 0.2f)]
        partial class Parts;
        """,
        """
        [Network(57)]
        [Dense(32, Activation.Relu)]
        [Dense(1, Activation.Sigmoid)] // spam or not
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Net;

        [Network(1128)]
        [Dense(1128, outputs: 1, activation: /* of one */ Activation.Sigmoid, Name = "head")]
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Other;

        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Parts;

        [Network(2)]
        [Dense(2, 1, Activation.Sigmoid)]
        partial class Parts;
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(0, "'Dense2' (32 -> 1) is the output layer: CrossEntropy of one class is always 0"),
            Finding(1, "'head' (1,128 -> 1, softmax) is the output layer: CrossEntropy of one class is always 0"),
            Finding(2, "'Dense1' (2 -> 1, leaky ReLU) is the output layer: CrossEntropy of one class is always 0"),
        },
    }.RunAsync();

    /// <summary>A fix changes one file, and its users' code compiles as before.</summary>
    [Theory]
    [InlineData("[Dense({|NETGEN402:1|})]", "[Trainable(Loss.CrossEntropy)] partial class Net;")]
    [InlineData(
        "[Dense({|NETGEN402:1|}, Activation.Softmax)] [Trainable(Loss.CrossEntropy)]",
        "class User { int Run(Net net) => net.Classify([1]); }")]
    public Task WhereItIsNotCertainThereIsNoFix(string attributes, string file)
    {
        string source = $"[Network(1)] {attributes} partial class Net;";
        return new RuleTest<TrainingAnalyzer, TrainingFix>(source, source)
        {
            TestState = { Sources = { ("User.cs", file) } },
            FixedState = { Sources = { ("User.cs", file) }, MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    /// <summary>Class numbers are no targets of the other loss.</summary>
    [Fact]
    public Task WhereATrainerIsUsedThereIsNoFix()
    {
        const string Source =
            """
            [Network(1)] [Dense({|NETGEN402:1|})] [Trainable(Loss.CrossEntropy)] partial class Net;
            class User { object Make(Optimizer optimizer) => Net.CreateTrainer(optimizer, 1, 32); }
            """;
        return new RuleTest<TrainingAnalyzer, TrainingFix>(Source, Source)
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    [Theory]
    [InlineData("[Dense(2)] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(1)] [Dense(2, Activation.Softmax)] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(1, Activation.Sigmoid)] [Trainable(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Dense(1)] [Trainable(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(1)]")]
    [InlineData("[Dense(0)] [Trainable(Loss.CrossEntropy)]")] // NETGEN007.
    [InlineData("[Dense(1)] [Trainable((Loss)5)]")] // NETGEN007.
    [InlineData("[Dense({|CS0103:unknown|})] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(1)] [Trainable(Loss.CrossEntropy)] partial class Net; [Dense(2)]")] // NETGEN006.
    public Task InnocentIsNotFound(string attributes) => new RuleTest<TrainingAnalyzer, TrainingFix>(
        $"[Network(4)] {attributes} partial class Net;").RunAsync();

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.OneClass).WithLocation(place).WithMessage(message);
}
