using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class NoWeightsFileTests
{
    private const string Good = "tensor F32 1x1 0 weight\nvalues 1\n";

    [Fact]
    public Task WithoutItemsTheMessageSaysWhatToWrite() => Finds(
        "fashion.safetensors",
        [],
        "No <NetworkWeights Include=\"fashion.safetensors\" /> in the project file; add it to an <ItemGroup>");

    [Fact]
    public Task TheItemsAreListedNearestFirst() => Finds(
        "fashoin.safetensors",
        ["digits.safetensors", "models/fashion.safetensors", "other/fashion.old"],
        "No <NetworkWeights Include=\"fashoin.safetensors\" /> in the project file; its items are "
            + "'models/fashion.safetensors', 'digits.safetensors', 'other/fashion.old'");

    [Fact]
    public Task OnlySomeOfManyItemsAreListed() => Finds(
        "w",
        ["1", "2", "3", "4", "5", "6", "7"],
        "No <NetworkWeights Include=\"w\" /> in the project file; its items are '1', '2', '3', '4', '5' and 2 more");

    [Fact]
    public Task LongNamesAreCut() => Finds(
        "wanted",
        [new string('x', 40) + "/" + new string('y', 100), new string('x', 100) + "/wented"],
        $"No <NetworkWeights Include=\"wanted\" /> in the project file; its items are '{new string('x', 100)}…', "
            + $"'{new string('x', 40)}/{new string('y', 59)}…'");

    [Fact]
    public Task ANameForTwoItemsIsNotEnough() => Finds(
        "w", ["a/w", "b/w", "c/other"], "'w' means 2 NetworkWeights items: 'a/w', 'b/w'; give the folder too");

    [Theory]
    [InlineData("w")]
    [InlineData("models/w")]
    [InlineData("models\\\\w")]
    public Task AnItemIsNamedByItsLastParts(string name) =>
        ShapeRule.FindsNothing(Source(name), Manifest("models/w"), Manifest("other/x"));

    [Fact]
    public Task AWholePathIsBeforeTheEndOfAnother() => ShapeRule.FindsNothing(Source("w"), Manifest("w"), Manifest("models/w"));

    [Fact]
    public Task NoWeightsNeedNoItem() =>
        ShapeRule.FindsNothing("[Network(1, Weights = null)] [Dense(1, UseBias = false)] partial class Net;", Manifest("w"));

    [Fact]
    public Task EachNetworkHasItsFinding() => ShapeRule.Finds(
        Rules.NoWeightsFile,
        """
        [Network(1, {|#0:Weights = "w"|})] [Dense(1), Dense(2)] partial class One;
        [NetGen.Network(inputs: 1, {|#1:Weights = "w"|})] [Dense(3)] partial class Two;
        """,
        [],
        "No <NetworkWeights Include=\"w\" /> in the project file; add it to an <ItemGroup>",
        "No <NetworkWeights Include=\"w\" /> in the project file; add it to an <ItemGroup>");

    private static Task Finds(string name, string[] items, string message) => ShapeRule.Finds(
        Rules.NoWeightsFile,
        Source(name).Replace("Weights =", "{|#0:Weights =", StringComparison.Ordinal).Replace(")] [", "|})] [", StringComparison.Ordinal),
        [.. items.Select(Manifest)],
        message);

    private static string Source(string name) =>
        $"[Network(1, Weights = \"{name}\")] [Dense(1, UseBias = false)] partial class Net;";

    private static string Manifest(string path) => $"netgen-weights 1\npath {path}\n{Good}";
}
