using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN404.</summary>
public class SigmoidCrossEntropyTests
{
    [Fact]
    public Task EachOfTwoIsFound() => new RuleTest<TrainingAnalyzer, TrainingFix>(
        """
        [Network(4)]
        [Dense(1128, Activation.Relu)]
        [Dense(10, Activation.Sigmoid)]
        [Trainable({|#0:Loss.CrossEntropy|})] // tags
        partial class Net;

        [Trainable({|#1:loss: Loss.CrossEntropy|}, LabelSmoothing = 0.1f)]
        [Network(4)]
        [Dense(1000, Activation.Sigmoid, Name = "head")]
        partial class Other;
        """,
        """
        [Network(4)]
        [Dense(1128, Activation.Relu)]
        [Dense(10, Activation.Sigmoid)]
        [Trainable(Loss.BinaryCrossEntropy)] // tags
        partial class Net;

        [Trainable(loss: Loss.BinaryCrossEntropy)]
        [Network(4)]
        [Dense(1000, Activation.Sigmoid, Name = "head")]
        partial class Other;
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(
                0,
                "'Dense2' (1,128 -> 10, sigmoid) gives outputs from 0 to 1, which CrossEntropy takes for logits: "
                    + "no class can have a probability above 0.23"),
            Finding(
                1,
                "'head' (4 -> 1,000, sigmoid) gives outputs from 0 to 1, which CrossEntropy takes for logits: "
                    + "no class can have a probability above 0.0027"),
        },
    }.RunAsync();

    /// <summary>Class numbers are no targets of the other loss.</summary>
    [Fact]
    public Task WhereATrainerIsUsedThereIsNoFix()
    {
        const string Source =
            """
            [Network(1)] [Dense(2, Activation.Sigmoid)] [Trainable({|NETGEN404:Loss.CrossEntropy|})] partial class Net;
            class User { object Make(Optimizer optimizer) => Net.CreateTrainer(optimizer, 1, 32); }
            """;
        return new RuleTest<TrainingAnalyzer, TrainingFix>(Source, Source)
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    [Theory]
    [InlineData("[Dense(3, Activation.Sigmoid)] [Trainable(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Dense(3, Activation.Sigmoid)] [Trainable(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(3, Activation.Sigmoid)] [Dense(3)] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(3, Activation.Tanh)] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(3, Activation.Softmax)] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(3, Activation.Sigmoid)]")]
    [InlineData("[Dense(5, 3, Activation.Sigmoid)] [Trainable(Loss.CrossEntropy)]")] // NETGEN101.
    public Task InnocentIsNotFound(string attributes) => new RuleTest<TrainingAnalyzer, TrainingFix>(
        $"[Network(4)] {attributes} partial class Net;").RunAsync();

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.SigmoidCrossEntropy).WithLocation(place).WithMessage(message);
}
