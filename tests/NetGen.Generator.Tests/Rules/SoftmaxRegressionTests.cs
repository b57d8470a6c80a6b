using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN401.</summary>
public class SoftmaxRegressionTests
{
    [Fact]
    public Task EachOfThreeIsFound() => new RuleTest<TrainingAnalyzer, TrainingFix>(
        """
        [Network(4)]
        [Dense(1128, Activation.Relu)]
        [Dense(10, Activation.Softmax)]
        [Trainable({|#0:Loss.MeanSquaredError|})] // why
        partial class Net;

        [Trainable(/* far */ {|#1:Loss.MeanAbsoluteError|} /* off */), Network(4)]
        [Dense(2, Activation.LogSoftmax, Name = "head")]
        partial class Other;

        [Network(4)]
        [Dense(3, Activation.Softmax)]
        partial class Parts;

        [Trainable({|#2:Loss.Huber|}, Delta = 2)]
        partial class Parts;
        """,
        """
        [Network(4)]
        [Dense(1128, Activation.Relu)]
        [Dense(10, Activation.Softmax)]
        [Trainable(Loss.CrossEntropy)] // why
        partial class Net;

        [Trainable(/* far */ Loss.CrossEntropy /* off */), Network(4)]
        [Dense(2, Activation.LogSoftmax, Name = "head")]
        partial class Other;

        [Network(4)]
        [Dense(3, Activation.Softmax)]
        partial class Parts;

        [Trainable(Loss.CrossEntropy)]
        partial class Parts;
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(
                0,
                "'Dense2' (1,128 -> 10, softmax) gives probabilities of classes, but is trained with MeanSquaredError: "
                    + "where a wrong class is almost certain, the gradient is almost 0"),
            Finding(
                1,
                "'head' (4 -> 2, log-softmax) gives logarithms of probabilities of classes, "
                    + "but is trained with MeanAbsoluteError, not with CrossEntropy"),
            Finding(
                2,
                "'Dense1' (4 -> 3, softmax) gives probabilities of classes, but is trained with Huber: "
                    + "where a wrong class is almost certain, the gradient is almost 0"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[Trainable({|NETGEN401:loss: Loss.Huber|})]", "[Trainable(loss: Loss.CrossEntropy)]")]
    [InlineData("[Trainable({|NETGEN401:(Loss)3|})]", "[Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Trainable({|NETGEN401:Own|}, Delta = 0.5f /* half */)]", "[Trainable(Loss.CrossEntropy /* half */ )]")]
    [InlineData(
        "[NetGen.TrainableAttribute({|NETGEN401:NetGen.Loss.MeanSquaredError|})]", "[NetGen.TrainableAttribute(Loss.CrossEntropy)]")]
    public Task TheFixTakesAnyForm(string trainable, string fixedTrainable) =>
        new RuleTest<TrainingAnalyzer, TrainingFix>(In(trainable), In(fixedTrainable)).RunAsync();

    [Fact]
    public Task TheFixNeedsNoUsing() => new RuleTest<TrainingAnalyzer, TrainingFix>(
        """
        [NetGen.Network(4)]
        [NetGen.Dense(3, NetGen.Activation.Softmax)]
        [NetGen.Trainable({|NETGEN401:NetGen.Loss.Huber|})]
        partial class Net;
        """,
        """
        [NetGen.Network(4)]
        [NetGen.Dense(3, NetGen.Activation.Softmax)]
        [NetGen.Trainable(NetGen.Loss.CrossEntropy)]
        partial class Net;
        """,
        usings: "").RunAsync();

    /// <summary>With class numbers as targets it would not compile.</summary>
    [Theory]
    [InlineData("class User { object Make(Optimizer optimizer) => Net.CreateTrainer(optimizer, 1, 32); }")]
    [InlineData("class User { Net.Trainer? Trainer { get; set; } }")]
    public Task WhereATrainerIsUsedThereIsNoFix(string user)
    {
        string source =
            "[Network(4)] [Dense(3, Activation.Softmax)] [Trainable({|NETGEN401:Loss.Huber|})] partial class Net; " + user;
        return new RuleTest<TrainingAnalyzer, TrainingFix>(source, source)
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    [Theory]
    [InlineData("[Dense(3, Activation.Softmax)] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(3, Activation.LogSoftmax)] [Trainable(Loss.CrossEntropy, LabelSmoothing = 0.1f)]")]
    [InlineData("[Dense(3, Activation.Softmax)]")]
    [InlineData("[Dense(3, Activation.Softmax)] [Dense(3)] [Trainable(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(3, Activation.Softplus)] [Trainable(Loss.Huber)]")]
    [InlineData("[Dense(3, Activation.Sigmoid)] [Trainable(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(1, Activation.Softmax)] [Trainable(Loss.MeanSquaredError)]")] // NETGEN203.
    [InlineData("[Dense(5, 3, Activation.Softmax)] [Trainable(Loss.MeanSquaredError)]")] // NETGEN101.
    public Task InnocentIsNotFound(string attributes) => new RuleTest<TrainingAnalyzer, TrainingFix>(
        $"[Network(4)] {attributes} partial class Net;").RunAsync();

    private static string In(string trainable) =>
        $$"""
        [Network(4)]
        [Dense(3, Activation.Softmax)]
        {{trainable}}
        partial class Net
        {
            private const Loss Own = NetGen.Loss.Huber;
        }
        """;

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.SoftmaxRegression).WithLocation(place).WithMessage(message);
}
