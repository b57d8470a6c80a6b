using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class TooManyParametersTests
{
    [Theory]
    [InlineData(
        "[Network(784, {|#0:MaxParameters = 200_000|})] [Dense(256, Activation.Relu)] [Dense(128), Dense(10)] partial class Net;",
        "'Net' has 235,146 parameters, 35,146 more than MaxParameters allows (200,000)")]
    [InlineData(
        "[NetGen.Network(inputs: 99, {|#0:MaxParameters = 100 - 1|})] [Dense(1)] partial class Net;",
        "'Net' has 100 parameters, 1 more than MaxParameters allows (99)")]
    [InlineData(
        "[Network(16_777_216, {|#0:MaxParameters = 175_000_000_000|})] [Dense(16_777_216, UseBias = false)] partial class Net;",
        "'Net' has 281,474,976,710,656 parameters, 281,299,976,710,656 more than MaxParameters allows (175,000,000,000)")]
    public Task TheLimitIsMarked(string source, string message) => ShapeRule.Finds(Rules.TooManyParameters, source, [], message);

    [Theory]
    [InlineData("[Network(99, MaxParameters = 100)] [Dense(1)] partial class Net;")]
    [InlineData("[Network(99, MaxParameters = 0)] [Dense(1)] partial class Net;")]
    [InlineData("[Network(100, MaxParameters = 100)] [Dense(1, UseBias = false)] partial class Net;")]
    [InlineData("[Network(99)] [Dense(1)] partial class Net;")]
    [InlineData("[Network(99, MaxParameters = {|CS0029:\"x\"|})] [Dense(1)] partial class Net;")]
    public Task WithinTheLimitIsNone(string source) => ShapeRule.FindsNothing(source);

    /// <summary>The number of parameters of a size out of range means nothing.</summary>
    [Theory]
    [InlineData("[Network(99, MaxParameters = 99)] [Dense(99_999_999)] partial class Net;")]
    [InlineData("[Network(int.MaxValue, MaxParameters = 99)] [Dense(1)] partial class Net;")]
    public Task AWrongSizeIsOneMistake(string source) => ShapeRule.FindsNothing(source);
}
