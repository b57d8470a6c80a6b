using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN007 at the arguments of <c>[Trainable]</c>.</summary>
public class TrainingOutOfRangeTests
{
    [Theory]
    [InlineData("{|#0:(Loss)5|}", "'Net' has the undefined loss 5, expected 0 to 4")]
    [InlineData("{|#0:loss: (Loss)(-1234)|}, Delta = 1, LabelSmoothing = 0", "'Net' has the undefined loss -1,234, expected 0 to 4")]
    [InlineData("Loss.CrossEntropy, {|#0:LabelSmoothing = 1|}", "'LabelSmoothing' is 1, expected a number from 0 to below 1")]
    [InlineData("Loss.CrossEntropy, {|#0:LabelSmoothing = -0.5f|}", "'LabelSmoothing' is -0.5, expected a number from 0 to below 1")]
    [InlineData("Loss.CrossEntropy, {|#0:LabelSmoothing = float.NaN|}", "'LabelSmoothing' is NaN, expected a number from 0 to below 1")]
    [InlineData("Loss.Huber, {|#0:LabelSmoothing = 0|}", "'LabelSmoothing' is given with Huber, expected with CrossEntropy only")]
    [InlineData("Loss.Huber, {|#0:Delta = 0|}", "'Delta' is 0, expected a finite number above 0")]
    [InlineData("Loss.Huber, {|#0:Delta = -1|}", "'Delta' is -1, expected a finite number above 0")]
    [InlineData("Loss.Huber, {|#0:Delta = float.NaN|}", "'Delta' is NaN, expected a finite number above 0")]
    [InlineData("Loss.Huber, {|#0:Delta = 1 / 0f|}", "'Delta' is Infinity, expected a finite number above 0")]
    [InlineData("Loss.MeanSquaredError, {|#0:Delta = 1|}", "'Delta' is given with MeanSquaredError, expected with Huber only")]
    public Task Values(string arguments, string message) => new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(
        $"[Network(4)] [Dense(3, Activation.Sigmoid)] [Trainable({arguments})] partial class Net;")
    {
        ExpectedDiagnostics = { new DiagnosticResult(Rules.OutOfRange).WithLocation(0).WithMessage(message) },
    }.RunAsync();

    [Fact]
    public Task TheAttributeMayStandInAnotherFile() => new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(
        "[Network(4)] [Dense(3)] partial class Net;")
    {
        TestState = { Sources = { ("Training.cs", "[Trainable(Loss.Huber, {|NETGEN007:Delta = 0|})] partial class Net;") } },
    }.RunAsync();

    [Theory]
    [InlineData("(Loss)0, LabelSmoothing = 0")]
    [InlineData("Loss.CrossEntropy, LabelSmoothing = 0.99999994f")]
    [InlineData("Loss.CrossEntropy, LabelSmoothing = -0f")]
    [InlineData("Loss.Huber, Delta = float.MaxValue")]
    [InlineData("(Loss)4, Delta = float.Epsilon")]
    [InlineData("Loss.MeanSquaredError")]
    public Task ValuesInRangeHaveNone(string arguments) => new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(
        $"[Network(4)] [Dense(3)] [Trainable({arguments})] partial class Net;").RunAsync();

    [Theory]
    [InlineData("Loss.Huber, {|#0:Delta = Other.OutputLength|}")]
    [InlineData("{|#0:(Loss)Other.OutputLength|}")]
    public Task GeneratedConstants(string arguments) => new RuleTest<GeneratedConstantAnalyzer, EmptyCodeFixProvider>(
        $"[Network(4)] [Dense(3)] [Trainable({arguments})] partial class Net; [Network(4)] [Dense(3)] partial class Other;")
    {
        ExpectedDiagnostics =
        {
            new DiagnosticResult(Rules.OutOfRange).WithLocation(0).WithMessage(
                "'Other.OutputLength' is generated, so its value is not known here; "
                    + "write the number, or a constant that is not made of it"),
        },
    }.RunAsync();

    /// <summary>What has no value at all is an error of the compiler's own, and no rule repeats it.</summary>
    [Theory]
    [InlineData("[Trainable({|CS0103:unknown|})]")]
    [InlineData("[{|CS7036:Trainable|}]")]
    [InlineData("[Trainable({|CS1503:1|})]")]
    [InlineData("[Trainable(Loss.Huber, Delta = {|CS0103:unknown|})]")]
    [InlineData("[Trainable(Loss.MeanSquaredError, LabelSmoothing = {|CS0029:\"0\"|})]")]
    [InlineData("[Trainable(Loss.CrossEntropy)] [{|CS0579:Trainable|}(Loss.CrossEntropy)]")]
    public async Task TheCompilersOwnErrorsAreNotRepeated(string trainable)
    {
        string source = $"[Network(4)] [Dense(3, Activation.Relu)] {trainable} partial class Net;";
        await new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(source).RunAsync();
        await new RuleTest<GeneratedConstantAnalyzer, EmptyCodeFixProvider>(source).RunAsync();
        await new RuleTest<TrainingAnalyzer, EmptyCodeFixProvider>(source).RunAsync();
    }
}
