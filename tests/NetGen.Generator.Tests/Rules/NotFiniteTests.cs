using System.Globalization;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class NotFiniteTests
{
    private const string TwoLayers = "[Network(2, {|#0:Weights = \"w\"|})] [Dense(2, Activation.Relu)] [Dense(1)] partial class Net;";

    private static readonly (string Name, string Shape, float[] Values)[] _diverged =
    [
        ("0.weight", "2x2", [1, float.NaN, float.PositiveInfinity, 4]), ("0.bias", "2", [1, 2]),
        ("2.weight", "1x2", [float.NegativeInfinity, -1]), ("2.bias", "1", [0]),
    ];

    [Fact]
    public Task TheFileIsMarked() => ShapeRule.Finds(
        Rules.NotFinite,
        TwoLayers,
        [ManifestText.Of("models/w", _diverged)],
        "'w' has NaN or infinity: 2 of 4 values of '0.weight', 1 of 2 values of '2.weight'");

    [Fact]
    public Task AFileWithoutItsValuesHasTheCounts() => ShapeRule.Finds(
        Rules.NotFinite,
        "[Network(784, {|#0:Weights = \"w\"|})] [Dense(256, UseBias = false)] partial class Net;",
        ["netgen-weights 1\npath w\nresource R\ntensor F16 256x784 1234 0.weight\n"],
        "'w' has NaN or infinity: 1,234 of 200,704 values of '0.weight'");

    [Fact]
    public Task EachNetworkHasItsFindingForTheTensorsItTakes() => ShapeRule.Finds(
        Rules.NotFinite,
        """
        [Network(1, Weights = "w")] [Dense(1, Name = "fine")] partial class Fine;
        [Network(1, {|#0:Weights = "w"|})] [Dense(1, Name = "b")] partial class One;
        [Network(1, {|#1:Weights = "w"|})] [Dense(1, Name = "b")] partial class Two;
        """,
        [ManifestText.Of(
            "w", ("fine.weight", "1x1", [1]), ("fine.bias", "1", [1]), ("b.weight", "1x1", [1]), ("b.bias", "1", [float.NaN]))],
        "'w' has NaN or infinity: 1 of 1 values of 'b.bias'",
        "'w' has NaN or infinity: 1 of 1 values of 'b.bias'");

    [Theory]
    [InlineData(
        "Weights = [1, {|#0:float.NaN|}, 0, float.NegativeInfinity], Bias = [1, 2]",
        "'Weights' of 'Dense1' has NaN or infinity: 2 of 4 values, first NaN at index 1")]
    [InlineData(
        "Weights = [1, 2, 3, 4], Bias = new[] { 1, /* too large */ {|#0:-1f / 0|} }",
        "'Bias' of 'Dense1' has NaN or infinity: 1 of 2 values, first -Infinity at index 1")]
    [InlineData(
        "Weights = new float[] { {|#0:(float)1e300|}, 2, 3, 4 }, Bias = [1, 2]",
        "'Weights' of 'Dense1' has NaN or infinity: 1 of 4 values, first Infinity at index 0")]
    public Task TheElementIsMarked(string arrays, string message) =>
        ShapeRule.Finds(Rules.NotFinite, $"[Network(2)] [Dense(2, {arrays})] partial class Net;", [], message);

    [Fact]
    public Task EachArrayHasItsFinding() => ShapeRule.Finds(
        Rules.NotFinite,
        """
        [Network(1)]
        [Dense(1, Activation.Tanh, Weights = [{|#0:Net.Unknown|}], Bias = [{|#1:float.NaN|}])]
        [Dense(1, Weights = [{|#2:float.PositiveInfinity|}], Bias = [0])]
        partial class Net { public const float Unknown = 0f / 0; }
        """,
        [],
        "'Weights' of 'Dense1' has NaN or infinity: 1 of 1 values, first NaN at index 0",
        "'Bias' of 'Dense1' has NaN or infinity: 1 of 1 values, first NaN at index 0",
        "'Weights' of 'Dense2' has NaN or infinity: 1 of 1 values, first Infinity at index 0");

    [Theory]
    [InlineData("[Network(1)] [Dense(1, Weights = [float.MaxValue], Bias = [-float.Epsilon])] partial class Net;")]
    [InlineData("[Network(1)] [Dense(1, Weights = [{|CS0103:NaN|}], UseBias = false)] partial class Net;")]
    [InlineData("[Network(1, Weights = \"w\")] [Dense(1, UseBias = false)] partial class Net;")]
    public Task FiniteValuesAndUnknownOnesAreNone(string source) =>
        ShapeRule.FindsNothing(source, ManifestText.Of("w", ("0.weight", "1x1", [float.MaxValue])));

    /// <summary>It is a warning: the network has its Default, of exactly these weights, and computes with them.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheNetworkRuns(bool isResource)
    {
        string withResource = ManifestText.Of(
                "w", "R", ("0.weight", "F32", "2x2"), ("0.bias", "F32", "2"), ("2.weight", "F32", "1x2"), ("2.bias", "F32", "1"))
            .Replace("2x2 0", "2x2 2", StringComparison.Ordinal).Replace("1x2 0", "1x2 1", StringComparison.Ordinal);
        using LoadedProgram program = GeneratorRun
            .Of("using NetGen; " + Unmarked(TwoLayers), new ManifestFile(isResource ? withResource : ManifestText.Of("w", _diverged)))
            .Load(SafetensorsFile.Resource("R", [.. _diverged.Select(tensor => (tensor.Name, Sizes(tensor.Shape), tensor.Values))]));
        NetworkUnderTest network = program.Network("Net").Default();
        Assert.Equal([1, float.NaN, float.PositiveInfinity, 4, 1, 2, float.NegativeInfinity, -1, 0], network.Parameters());
        Assert.Equal([float.NaN], network.Forward(1, 1));

        static string Unmarked(string source) =>
            source.Replace("{|#0:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

        static int[] Sizes(string shape) => [.. shape.Split('x').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
    }

    [Fact]
    public void ABiasOfNegativeInfinityRulesAnOutputOut()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            using NetGen;
            [Network(1)]
            [Dense(3, Activation.Softmax, Weights = [1, 1, 1], Bias = [0, float.NegativeInfinity, 0])]
            partial class Net;
            """).Load();
        Assert.Equal([0.5f, 0, 0.5f], program.Network("Net").Default().Forward(7));
    }
}
