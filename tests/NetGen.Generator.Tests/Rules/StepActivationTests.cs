using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN403.</summary>
public class StepActivationTests
{
    [Fact]
    public Task EachOfFourIsFound() => new RuleTest<TrainingAnalyzer, TrainingFix>(
        """
        [Network(4)]
        [Dense(1128, {|#0:Activation.Step|})] // the first
        [Dense(8, {|#1:activation: /* jumps */ Activation.Step|}, Name = "second")]
        [Dense(1, {|#2:Activation.Step|})]
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Net;

        [Trainable(Loss.CrossEntropy)]
        [Network(4)]
        [Dense(3, {|#3:Own|})]
        partial class Other
        {
            private const Activation Own = Activation.Step;
        }
        """,
        """
        [Network(4)]
        [Dense(1128, Activation.Relu)] // the first
        [Dense(8, activation: /* jumps */ Activation.Relu, Name = "second")]
        [Dense(1, Activation.Sigmoid)]
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Net;

        [Trainable(Loss.CrossEntropy)]
        [Network(4)]
        [Dense(3, Activation.Softmax)]
        partial class Other
        {
            private const Activation Own = Activation.Step;
        }
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(0, "'Dense1' (4 -> 1,128, step) has a derivative of 0: no gradient reaches its parameters"),
            Finding(
                1,
                "'second' (1,128 -> 8, step) has a derivative of 0: "
                    + "no gradient reaches its parameters or those of the layers before it"),
            Finding(
                2,
                "'Dense3' (8 -> 1, step) has a derivative of 0: "
                    + "no gradient reaches its parameters or those of the layers before it"),
            Finding(3, "'Dense1' (4 -> 3, step) has a derivative of 0: no gradient reaches its parameters"),
        },
    }.RunAsync();

    /// <summary>With softmax the network has a <c>Classify</c>.</summary>
    [Fact]
    public Task WhereTheFixWouldCollideThereIsNone()
    {
        const string Source =
            """
            [Network(4)] [Dense(3, {|NETGEN403:Activation.Step|})] [Trainable(Loss.CrossEntropy)]
            partial class Net { static int Classify(ReadOnlySpan<float> input) => input.Length; }
            """;
        return new RuleTest<TrainingAnalyzer, TrainingFix>(Source, Source)
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    [Theory]
    [InlineData("[Dense(3, Activation.Step)] [Dense(1, Activation.Step)]")]
    [InlineData("[Dense(3, Activation.HardSigmoid)] [Dense(1, Activation.HardTanh)] [Trainable(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(3, Activation.Relu, Name = \"Step\")] [Dense(1)] [Trainable(Loss.Huber)]")]
    [InlineData("[Dense(3, Activation.Step)] [Dense(0)] [Trainable(Loss.Huber)]")] // NETGEN007.
    [InlineData("[Dense(3, Activation.Step)] [Dense(2)] [Trainable({|CS0103:unknown|})]")]
    public Task InnocentIsNotFound(string attributes) => new RuleTest<TrainingAnalyzer, TrainingFix>(
        $"[Network(4)] {attributes} partial class Net;").RunAsync();

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.StepActivation).WithLocation(place).WithMessage(message);
}
