using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class WrongArrayLengthTests
{
    [Theory]
    [InlineData(
        "[Network(2)] [Dense(3, {|#0:Weights = [1, 2, 3, 4, 5]|}, Bias = [1, 2, 3])] partial class Net;",
        "'Weights' of 'Dense1' has 5 values, expected 6 ([outputs, inputs] is [3, 2])")]
    [InlineData(
        "[Network(1)] [Dense(2, {|#0:Weights = new float[] { 1 }|}, Bias = [1, 2])] partial class Net;",
        "'Weights' of 'Dense1' has 1 value, expected 2 ([outputs, inputs] is [2, 1])")]
    [InlineData(
        "[Network(1)] [Dense(2, Weights = [1, 2], {|#0:Bias = []|}, Name = \"out\")] partial class Net;",
        "'Bias' of 'out' has 0 values, expected 2 (one an output)")]
    [InlineData(
        "[Network(1)] [Dense(2, UseBias = false, Weights = [1, 2], {|#0:Bias = new[] { 1f, 2 }|})] partial class Net;",
        "'Bias' of 'Dense1' has 2 values, expected 0 (UseBias is false)")]
    [InlineData(
        "[Network(16_000_000)] [Dense(1000, {|#0:Weights = [1]|}, UseBias = false)] partial class Net;",
        "'Weights' of 'Dense1' has 1 value, expected 16,000,000,000 ([outputs, inputs] is [1000, 16000000])")]
    public Task TheArrayIsMarked(string source, string message) => ShapeRule.Finds(Rules.WrongArrayLength, source, [], message);

    [Fact]
    public Task EachArrayIsAMistakeOfItsOwn() => ShapeRule.Finds(
        Rules.WrongArrayLength,
        """
        [Network(2)]
        [Dense(2, Activation.Relu, {|#0:Weights = [1]|}, {|#1:Bias = [1, 2, 3]|})]
        [Dense(2, 1, {|#2:Weights = [1, 2, 3]|}, Bias = [1])]
        partial class Net;
        """,
        [],
        "'Weights' of 'Dense1' has 1 value, expected 4 ([outputs, inputs] is [2, 2])",
        "'Bias' of 'Dense1' has 3 values, expected 2 (one an output)",
        "'Weights' of 'Dense2' has 3 values, expected 2 ([outputs, inputs] is [1, 2])");

    [Theory]
    [InlineData("[Network(2)] [Dense(3, Weights = [1, 2, 3, 4, 5, 6], Bias = [1, 2, 3])] partial class Net;")]
    [InlineData("[Network(2)] [Dense(1, UseBias = false, Weights = [1, 2], Bias = [])] partial class Net;")]
    [InlineData("[Network(2)] [Dense(1, Weights = null, Bias = null)] partial class Net;")]
    [InlineData("[Network(2)] [Dense(0, Weights = [1], Bias = [1])] partial class Net;")]
    [InlineData("[Network(2)] [Dense({|CS0103:unknown|}, Weights = [1], Bias = [1])] partial class Net;")]
    [InlineData("[Network(2)] [Dense(1, Weights = [1, {|CS0103:unknown|}], Bias = [1, {|CS0029:\"x\"|}])] partial class Net;")]
    [InlineData("[Network(2)] [Dense(1, Weights = [1, {|CS1525:,|} 3])] partial class Net;")]
    public Task RightLengthsAndUnknownOnesAreNone(string source) => ShapeRule.FindsNothing(source);

    /// <summary>The inputs are the mistake, not also the weights for them.</summary>
    [Fact]
    public Task WeightsForDeclaredInputsThatDifferAreNone() => ShapeRule.Finds(
        Rules.InputsDiffer,
        "[Network(2)] [Dense({|#0:3|}, 1, Weights = [1, 2, 3], Bias = [1])] partial class Net;",
        [],
        "'Dense1' declares 3 inputs, but the network has 2");
}
