using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class MissingTensorTests
{
    private static readonly string _named = ManifestText.Of(
        "w", "R",
        ("encoder.fc1.weight", "F32", "2x2"), ("encoder.fc1.bias", "F32", "2"), ("out.weight", "F32", "1x2"), ("out.bias", "F32", "1"));

    [Fact]
    public Task ANameThatIsNotInTheFile() => ShapeRule.Finds(
        Rules.MissingTensor,
        """
        [Network(2, Weights = "w")]
        [Dense(2, Activation.Relu, {|#0:Name = "fc1"|}), Dense(1, Name = "out")]
        partial class Net;
        """,
        [_named],
        "'w' has no 'fc1.weight' [2, 2] and 'fc1.bias' [2] for 'fc1'; it has 'encoder.fc1.weight' [2, 2]");

    [Fact]
    public Task TheNearestNamesAreFirst() => ShapeRule.Finds(
        Rules.MissingTensor,
        "[Network(1, Weights = \"w\")] [Dense(1, UseBias = false, {|#0:Name = \"layer2\"|})] partial class Net;",
        [
            ManifestText.Of(
                "w", "R", ("in.weight", "F32", "1x1"), ("a.weight", "F32", "1x1"), ("b.weight", "F32", "1x1"),
                ("model.layers.20.weight", "F32", "1x1"), ("c.weight", "F32", "1x1"), ("layer_2.weight", "F32", "1x1x1x1x1x1x1x1x1")),
        ],
        "'w' has no 'layer2.weight' [1, 1] for 'layer2'; it has 'layer_2.weight' [1, 1, 1, 1, 1, 1, 1, 1, …], "
            + "'model.layers.20.weight' [1, 1], 'a.weight' [1, 1], 'b.weight' [1, 1], 'c.weight' [1, 1] and 1 more");

    /// <summary>All weights are another layer's: those are shown for want of better.</summary>
    [Fact]
    public Task TwoNamesForOneLayer() => ShapeRule.Finds(
        Rules.MissingTensor,
        """
        [Network(2, Weights = "w")]
        [Dense(2, Name = "a")]
        [{|#0:Dense(2)|}]
        [Dense(2, {|#1:Name = "b"|})]
        partial class Net;
        """,
        [ManifestText.Of("w", "R", ("a.weight", "F32", "2x2"), ("a.bias", "F32", "2"))],
        "'w' has no tensors left for 'Dense2' (weight [2, 2] and bias [2]); it has 'a.weight' [2, 2]",
        "'w' has no 'b.weight' [2, 2] and 'b.bias' [2] for 'b'; it has 'a.weight' [2, 2]");

    [Fact]
    public Task MoreLayersThanTheFileHas() => ShapeRule.Finds(
        Rules.MissingTensor,
        "[Network(1, Weights = \"w\")] [Dense(1)] [Dense(1)] [{|#0:Dense(3, UseBias = false)|}] partial class Net;",
        [
            ManifestText.Of(
                "w", "R", ("10.weight", "F32", "1x1"), ("10.bias", "F32", "1"), ("2.weight", "F32", "1x1"), ("2.bias", "F32", "1")),
        ],
        "'w' has no tensors left for 'Dense3' (weight [3, 1]); it has '2.weight' [1, 1], '10.weight' [1, 1]");

    [Theory]
    [InlineData("Dense(1)", "'w' has no '0.bias' [1] for 'Dense1'; it has '0.weight' [1, 1]: set UseBias = false if the layer has none")]
    [InlineData(
        "Dense(1, Name = \"0\")",
        "'w' has no '0.bias' [1] for '0'; it has '0.weight' [1, 1]: set UseBias = false if the layer has none")]
    [InlineData("Dense(1, Name = \"norm\")", "'w' has no 'norm.weight' [1, 1] for 'norm'; it has 'norm.bias' [1], 'norm.scale' []")]
    public Task OneOfALayersTensors(string layer, string message) => ShapeRule.Finds(
        Rules.MissingTensor,
        $"[Network(1, Weights = \"w\")] [{{|#0:{layer}|}}] partial class Net;",
        [ManifestText.Of("w", "R", ("0.weight", "F32", "1x1"), ("norm.bias", "F32", "1"), ("norm.scale", "F32", "-"))],
        message);

    [Fact]
    public Task AFileWithoutWeights() => ShapeRule.Finds(
        Rules.MissingTensor,
        "[Network(1, Weights = \"w\")] [{|#0:Dense(1)|}] partial class Net;",
        [ManifestText.Of("w", "R", ("logits", "F64", "256x10"), ("a\nb", "F32", "3"))],
        "'w' has no tensors left for 'Dense1' (weight [1, 1] and bias [1]); it has 'a_b' [3], 'logits' [256, 10]");

    [Fact]
    public Task AnEmptyFile() => ShapeRule.Finds(
        Rules.MissingTensor,
        "[Network(1, Weights = \"w\")] [Dense(1, {|#0:Name = \"fc\"|})] [{|#1:Dense(1)|}] partial class Net;",
        ["netgen-weights 1\npath w\n"],
        "'w' has no 'fc.weight' [1, 1] and 'fc.bias' [1] for 'fc'; it has no tensors",
        "'w' has no tensors left for 'Dense2' (weight [1, 1] and bias [1]); it has no tensors");

    [Fact]
    public Task EachNetworkHasItsFinding() => ShapeRule.Finds(
        Rules.MissingTensor,
        """
        [Network(2, Weights = "w")] [Dense(2, {|#0:Name = "in"|}), Dense(1, Name = "out")] partial class One;
        [Network(2, Weights = "w")] [Dense(2, {|#1:Name = "in"|}), Dense(1, Name = "out")] partial class Two;
        """,
        [_named],
        "'w' has no 'in.weight' [2, 2] and 'in.bias' [2] for 'in'; it has 'encoder.fc1.weight' [2, 2]",
        "'w' has no 'in.weight' [2, 2] and 'in.bias' [2] for 'in'; it has 'encoder.fc1.weight' [2, 2]");

    [Theory]
    [InlineData("[Dense(2, Name = \"encoder.fc1\"), Dense(1, Name = \"out\")]")]
    [InlineData("[Dense(2), Dense(1)]")]
    [InlineData("[Dense(2), Dense(1, Name = \"out\")]")]
    public Task LayersThatTheFileHasAreNone(string layers) =>
        ShapeRule.FindsNothing($"[Network(2, Weights = \"w\")] {layers} partial class Net;", _named);
}
