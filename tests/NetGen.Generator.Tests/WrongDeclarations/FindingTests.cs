namespace NetGen.Generator.Tests;

/// <summary>A wrong declaration is an error at the argument that is wrong, with the numbers in its message.</summary>
public class FindingTests
{
    [Theory]
    [InlineData(
        "[Network(4)] [Dense(3)] [Dense(5, 2)] partial class Net;",
        "NETGEN101", "5", "declares 5 inputs, but the layer before it gives 3")]
    [InlineData(
        "[Network(1)] [Dense(2, Weights = [1], Bias = [1, 2])] partial class Net;",
        "NETGEN102", "Weights = [1]", "has 1 values, expected 2")]
    [InlineData(
        "[Network(1, Weights = \"none\")] [Dense(2)] partial class Net;",
        "NETGEN103", "Weights = \"none\"", "NetworkWeights")]
    [InlineData(
        "[Network(2, Weights = \"w\")] [Dense(2, UseBias = false, Name = \"fc\")] partial class Net;",
        "NETGEN104", "Dense(2, UseBias = false, Name = \"fc\")", "'fc.weight'")]
    [InlineData(
        "[Network(2, Weights = \"w\")] [Dense(3, UseBias = false)] partial class Net;",
        "NETGEN105", "3", "is [2, 3], but 'Dense1' expects [3, 2]: it looks transposed")]
    [InlineData(
        "[Network(2, Weights = \"broken\")] [Dense(3)] partial class Net;",
        "NETGEN106", "Weights = \"broken\"", "too short")]
    [InlineData(
        "[Network(1)] [Dense(1, UseBias = false, Weights = [1])] [Dense(1)] partial class Net;",
        "NETGEN107", "Dense(1)", "has no weights")]
    [InlineData(
        "[Network(4, MaxParameters = 9)] [Dense(2)] partial class Net;",
        "NETGEN205", "MaxParameters = 9", "10 parameters")]
    public async Task IsAtItsArgument(string declaration, string rule, string place, string message)
    {
        ManifestFile[] manifests =
        [
            new("netgen-weights 1\npath w\ntensor F32 2x3 0 0.weight\nvalues 1 2 3 4 5 6\n"),
            new("netgen-weights 1\npath broken\nerror too short\n", "obj/2.netgen-weights"),
        ];
        (string Rule, string Place, string Message) finding =
            Assert.Single(await GeneratorRun.Of("using NetGen; " + declaration, manifests).FindingsAsync(manifests));
        Assert.Equal((rule, place), (finding.Rule, finding.Place));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Network(4)] [Dense(4, 3, Activation.Relu)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(2, Weights = \"w\")] [Dense(3, UseBias = false)] partial class Net;")]
    public async Task RightDeclarationsHaveNone(string declaration)
    {
        ManifestFile manifest = new("netgen-weights 1\npath a/w\ntensor F32 3x2 0 0.weight\nvalues 1 2 3 4 5 6\n");
        Assert.Empty(await GeneratorRun.Of("using NetGen; " + declaration, manifest).FindingsAsync(manifest));
    }
}
