using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN406.</summary>
public class NoProbabilitiesTests
{
    [Fact]
    public Task EachOfThreeIsFound() => new RuleTest<TrainingAnalyzer, TrainingFix>(
        """
        [Network(57)]
        [Dense(32, Activation.Relu)]
        [{|#0:Dense(1)|}] // spam or not
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Net;

        [Network(1128)]
        [Dense(1128, 3, {|#1:activation: /* cut */ Activation.Relu|}, Name = "head")]
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Other;

        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Parts;

        [Network(2)]
        [Dense(2, {|#2:Activation.Softmax|}, UseBias = false)]
        partial class Parts;
        """,
        """
        [Network(57)]
        [Dense(32, Activation.Relu)]
        [Dense(1, Activation.Sigmoid)] // spam or not
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Net;

        [Network(1128)]
        [Dense(1128, 3, activation: /* cut */ Activation.Sigmoid, Name = "head")]
        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Other;

        [Trainable(Loss.BinaryCrossEntropy)]
        partial class Parts;

        [Network(2)]
        [Dense(2, Activation.Sigmoid, UseBias = false)]
        partial class Parts;
        """)
    {
        ExpectedDiagnostics =
        {
            Finding(0, "'Dense2' (32 -> 1) is the output layer: BinaryCrossEntropy needs the probabilities of a sigmoid"),
            Finding(1, "'head' (1,128 -> 3, ReLU) is the output layer: BinaryCrossEntropy needs the probabilities of a sigmoid"),
            Finding(2, "'Dense1' (2 -> 2, softmax) is the output layer: BinaryCrossEntropy needs the probabilities of a sigmoid"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[{|NETGEN406:Dense(1, Alpha = 2)|}]", "[Dense(1, Activation.Sigmoid)]")]
    [InlineData("[{|NETGEN406:Dense(outputs: 1)|}]", "[Dense(outputs: 1, activation: Activation.Sigmoid)]")]
    [InlineData("[Dense(1, {|NETGEN406:Activation.HardSigmoid|})]", "[Dense(1, Activation.Sigmoid)]")]
    [InlineData("[Dense(1, {|NETGEN406:(Activation)0|})]", "[Dense(1, Activation.Sigmoid)]")]
    public Task TheFixTakesAnyForm(string layer, string fixedLayer) => new RuleTest<TrainingAnalyzer, TrainingFix>(
        $"[Network(4)] {layer} [Trainable(Loss.BinaryCrossEntropy)] partial class Net;",
        $"[Network(4)] {fixedLayer} [Trainable(Loss.BinaryCrossEntropy)] partial class Net;").RunAsync();

    /// <summary>The fix leaves targets as they are.</summary>
    [Fact]
    public Task UsesOfTheTrainerDoNotMatter()
    {
        const string User = "class User { object Make(Optimizer optimizer) => Net.CreateTrainer(optimizer, 1, 32); }";
        return new RuleTest<TrainingAnalyzer, TrainingFix>(
            "[Network(1)] [{|NETGEN406:Dense(2)|}] [Trainable(Loss.BinaryCrossEntropy)] partial class Net; " + User,
            "[Network(1)] [Dense(2, Activation.Sigmoid)] [Trainable(Loss.BinaryCrossEntropy)] partial class Net; " + User).RunAsync();
    }

    /// <summary>Only networks that end in softmax have it.</summary>
    [Fact]
    public Task WhereClassifyIsUsedThereIsNoFix()
    {
        const string Source =
            """
            [Network(1)] [Dense(2, {|NETGEN406:Activation.Softmax|})] [Trainable(Loss.BinaryCrossEntropy)] partial class Net;
            class User { int Run(Net net) => net.Classify([1]); }
            """;
        return new RuleTest<TrainingAnalyzer, TrainingFix>(Source, Source)
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
    }

    [Theory]
    [InlineData("[Dense(1, Activation.Sigmoid)] [Trainable(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Dense(8)] [Dense(3, Activation.Sigmoid)] [Trainable(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Dense(3)] [Trainable(Loss.CrossEntropy)]")]
    [InlineData("[Dense(1)] [Trainable(Loss.MeanSquaredError)]")]
    [InlineData("[Dense(1)]")]
    [InlineData("[Dense(1, (Activation)99)] [Trainable(Loss.BinaryCrossEntropy)]")] // NETGEN007.
    [InlineData("[Dense(1, {|CS0103:unknown|})] [Trainable(Loss.BinaryCrossEntropy)]")]
    [InlineData("[Trainable(Loss.BinaryCrossEntropy)]")] // NETGEN004.
    public Task InnocentIsNotFound(string attributes) => new RuleTest<TrainingAnalyzer, TrainingFix>(
        $"[Network(4)] {attributes} partial class Net;").RunAsync();

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.NoProbabilities).WithLocation(place).WithMessage(message);
}
