using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class UnreadableFileTests
{
    [Theory]
    [InlineData("error the file does not exist\n", "'w' cannot be read: the file does not exist")]
    [InlineData("error The header is not valid UTF-8.\n", "'w' cannot be read: The header is not valid UTF-8.")]
    [InlineData(
        "tensor F32 1xx2 0 0.weight\n", "'w' cannot be read: the manifest has the damaged line 'tensor F32 1xx2 0 0.weight'")]
    [InlineData(
        "tensor F8_E4M3 2x1 ? 0.weight\ntensor F32 2 0 0.bias\n",
        "'w' has types that are not read: '0.weight' is 'F8_E4M3', expected F32, F16, BF16 or F64")]
    [InlineData(
        "tensor I64 2x1 ? 0.weight\ntensor x%0Ay 2 ? 0.bias\n",
        "'w' has types that are not read: '0.weight' is 'I64', '0.bias' is 'x_y', expected F32, F16, BF16 or F64")]
    public Task TheFileIsMarkedInEachNetwork(string lines, string message) => ShapeRule.Finds(
        Rules.UnreadableFile,
        """
        [Network(1, {|#0:Weights = "w"|})] [Dense(2)] partial class One;
        [Network(1, {|#1:Weights = "models/w"|}, MaxParameters = 4)] [Dense(2, Activation.Relu)] partial class Two;
        """,
        [$"netgen-weights 1\npath models/w\n{lines}"],
        message,
        message.Replace("'w'", "'models/w'", StringComparison.Ordinal));

    [Fact]
    public Task AManifestOfAnotherVersionIsNamed() => ShapeRule.Finds(
        Rules.UnreadableFile,
        "[Network(1, {|#0:Weights = \"w\"|})] [Dense(2)] partial class Net;",
        ["netgen-weights 2\npath w\n"],
        "'w' cannot be read: the manifest starts with 'netgen-weights 2', not 'netgen-weights 1': "
            + "the package's task and generator differ in version");

    /// <summary>A quantised network of many layers is one mistake: the file has to be saved in another type.</summary>
    [Fact]
    public Task ManyTensorsOfATypeThatIsNotReadAreOneFinding() => ShapeRule.Finds(
        Rules.UnreadableFile,
        "[Network(1, {|#0:Weights = \"w\"|})] [Dense(1), Dense(1), Dense(1)] partial class Net;",
        [ManifestText.Of("w", "R", [.. "012".SelectMany(c => new[] { ($"{c}.weight", "I8", "1x1"), ($"{c}.bias", "I8", "1") })])],
        "'w' has types that are not read: '0.weight' is 'I8', '0.bias' is 'I8', '1.weight' is 'I8', '1.bias' is 'I8', "
            + "'2.weight' is 'I8' and 1 more, expected F32, F16, BF16 or F64");

    [Theory]
    [InlineData("F32")]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("F64")]
    public Task TypesThatAreReadAreNone(string type) => ShapeRule.FindsNothing(
        "[Network(1, Weights = \"w\")] [Dense(1, UseBias = false)] partial class Net;",
        ManifestText.Of("w", "R", ("0.weight", type, "1x1"), ("0.num_batches_tracked", "I64", "-")));

    [Fact]
    public Task ADamagedFileThatNoNetworkTakesIsNone() => ShapeRule.FindsNothing(
        "[Network(1, Weights = \"w\")] [Dense(1, UseBias = false)] partial class Net;",
        ManifestText.Of("w", ("weight", "1x1", [1])),
        ManifestText.OfError("broken", "it is too short"));
}
