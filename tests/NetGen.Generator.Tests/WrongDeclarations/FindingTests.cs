namespace NetGen.Generator.Tests;

/// <summary>A wrong declaration is an error at the argument that is wrong, with the numbers in its message.</summary>
public class FindingTests
{
    [Theory]
    [InlineData("[Network(4)] [Dense(2)] class Net;", "NETGEN001", "Net", "not partial")]
    [InlineData("class Outer { [Network(4)] [Dense(2)] partial class Net; }", "NETGEN002", "Net", "'Outer'")]
    [InlineData("[Network(4)] [Dense(2)] abstract partial class Net;", "NETGEN003", "Net", "abstract")]
    [InlineData("[Network(4)] partial class Net;", "NETGEN004", "Net", "no layers")]
    [InlineData(
        "[Network(4)] [Dense(2)] partial class Net; [Dense(3)] partial class Net;",
        "NETGEN006", "Net", "1 of the layers")]
    [InlineData("[Network(0)] [Dense(2)] partial class Net;", "NETGEN007", "0", "is 0, expected 1 to 16,777,216")]
    [InlineData(
        "[Network(4)] [Dense(2, (Activation)99)] partial class Net;",
        "NETGEN007", "(Activation)99", "activation 99")]
    [InlineData(
        "[Network(4)] [Dense(2, Name = \"Save\")] partial class Net;",
        "NETGEN008", "Name = \"Save\"", "'Save'")]
    [InlineData(
        "[Network(4)] [Dense(Other.OutputLength)] partial class Net; [Network(4)] [Dense(3)] partial class Other;",
        "NETGEN007", "Other.OutputLength", "is generated")]
    [InlineData(
        "[Network(Other.Dense1.Outputs)] [Dense(2)] partial class Net; [Network(4)] [Dense(3)] partial class Other;",
        "NETGEN007", "Other.Dense1.Outputs", "is generated")]
    public async Task IsAtItsArgument(string declaration, string rule, string place, string message)
    {
        (string Rule, string Place, string Message) finding =
            Assert.Single(await GeneratorRun.Of("using NetGen; " + declaration).FindingsAsync());
        Assert.Equal((rule, place), (finding.Rule, finding.Place));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Network(Sizes.In)] [Dense(Sizes.In * 2)] partial class Net; static class Sizes { public const int In = 4; }")]
    [InlineData("[Network(Own)] [Dense(Own)] partial class Net { public const int Own = 4; }")]
    public async Task RightDeclarationsHaveNone(string declaration) =>
        Assert.Empty(await GeneratorRun.Of("using NetGen; " + declaration).FindingsAsync());
}
