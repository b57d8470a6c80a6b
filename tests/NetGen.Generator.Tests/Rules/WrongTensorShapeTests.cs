using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class WrongTensorShapeTests
{
    /// <summary>6-5-4-3-2.</summary>
    private static readonly string _fourLayers = Manifest(
        ("0.weight", "5x6"), ("0.bias", "5"), ("2.weight", "4x5"), ("2.bias", "4"),
        ("4.weight", "3x4"), ("4.bias", "3"), ("6.weight", "2x3"), ("6.bias", "2"));

    /// <summary>
    /// Each layer is one finding, whether its weights, its bias or both do not fit; the inputs follow from the layer before,
    /// so that the last layer is right. Each fix clears its finding whatever the others are, and all together the network.
    /// </summary>
    [Fact]
    public Task Fix() => new RuleTest<ShapeAnalyzer, SetSizeToFileFix>(
        """
        [NetGen.Network(6, Weights = "w")]
        [NetGen.Dense({|#0:50|}, NetGen.Activation.Relu)] // the first
        [NetGen.DenseAttribute(inputs: /* as before */ 50, {|#1:outputs: Hidden|}), NetGen.Dense(Hidden, {|#2:30|}, NetGen.Activation.Tanh)]
        [NetGen.Dense(2)]
        public sealed partial class Net
        {
            private const int Hidden = 40;
        }
        """,
        """
        [NetGen.Network(6, Weights = "w")]
        [NetGen.Dense(5, NetGen.Activation.Relu)] // the first
        [NetGen.DenseAttribute(inputs: /* as before */ 5, outputs: 4), NetGen.Dense(4, 3, NetGen.Activation.Tanh)]
        [NetGen.Dense(2)]
        public sealed partial class Net
        {
            private const int Hidden = 40;
        }
        """,
        usings: "")
    {
        Manifests = [_fourLayers],
        ExpectedDiagnostics =
        {
            Finding(0, "'0.weight' is [5, 6] and '0.bias' is [5] in 'w', but 'Dense1' expects [50, 6] and [50]"),
            Finding(1, "'2.weight' is [4, 5] and '2.bias' is [4] in 'w', but 'Dense2' expects [40, 50] and [40]"),
            Finding(2, "'4.weight' is [3, 4] and '4.bias' is [3] in 'w', but 'Dense3' expects [30, 40] and [30]"),
        },
    }.RunAsync();

    [Fact]
    public Task FixAllAcrossNetworks() => new RuleTest<ShapeAnalyzer, SetSizeToFileFix>(
        """
        [Network(6, Weights = "w")] [Dense(5)] [Dense({|NETGEN105:5|})] [Dense(5, 3)] [Dense({|NETGEN105:3|})] partial class One;
        [Dense(7, 5), Dense({|NETGEN105:Two.Size|}), Dense(Two.Size, 3), Dense(3, 2), Network({|NETGEN105:inputs: 7|}, Weights = "w")]
        partial class Two { public const int Size = 4 + 4; }
        """,
        """
        [Network(6, Weights = "w")] [Dense(5)] [Dense(4)] [Dense(4, 3)] [Dense(2)] partial class One;
        [Dense(6, 5), Dense(4), Dense(4, 3), Dense(3, 2), Network(inputs: 6, Weights = "w")]
        partial class Two { public const int Size = 4 + 4; }
        """)
    {
        Manifests = [_fourLayers],
    }.RunAsync();

    /// <summary>The next layer declares the file's inputs already, by a constant that stays.</summary>
    [Fact]
    public Task RightInputsOfTheNextLayerStay() => new RuleTest<ShapeAnalyzer, SetSizeToFileFix>(
        """
        [Network(1, Weights = "w")] [Dense({|NETGEN105:7|}, UseBias = false)] [Dense({|NETGEN101:Net.Two|}, 3, UseBias = false)]
        partial class Net { public const int Two = 2; }
        """,
        """
        [Network(1, Weights = "w")] [Dense(2, UseBias = false)] [Dense(Net.Two, 3, UseBias = false)]
        partial class Net { public const int Two = 2; }
        """)
    {
        Manifests = [Manifest(("0.weight", "2x1"), ("1.weight", "3x2"))],
    }.RunAsync();

    [Theory]
    [InlineData(
        "[Dense({|#0:3|}, UseBias = false)]", "2x3", null,
        "'0.weight' is [2, 3] in 'w', but 'Dense1' expects [3, 2]: it looks transposed")]
    [InlineData(
        "[Dense(outputs: 3, activation: Activation.Tanh)]", "3x2", "4",
        "'0.bias' is [4] in 'w', but 'Dense1' expects [3]", "outputs: 3")]
    [InlineData("[Dense({|#0:3|})]", "4x2", "3", "'0.weight' is [4, 2] in 'w', but 'Dense1' expects [3, 2]")]
    [InlineData("[Dense({|#0:3|})]", "4x2", "5", "'0.weight' is [4, 2] and '0.bias' is [5] in 'w', but 'Dense1' expects [3, 2] and [3]")]
    [InlineData("[Dense({|#0:3|})]", "3x2x1", "3", "'0.weight' is [3, 2, 1] in 'w', but 'Dense1' expects [3, 2]")]
    [InlineData("[Dense({|#0:3|})]", "3x2", "3x1", "'0.bias' is [3, 1] in 'w', but 'Dense1' expects [3]")]
    [InlineData("[Dense({|#0:3|}, UseBias = false)]", "-", null, "'0.weight' is [] in 'w', but 'Dense1' expects [3, 2]")]
    [InlineData("[Dense({|#0:3|}, UseBias = false)]", "0x2", null, "'0.weight' is [0, 2] in 'w', but 'Dense1' expects [3, 2]")]
    [InlineData(
        "[Dense({|#0:3|}, UseBias = false)]", "16777217x2", null,
        "'0.weight' is [16777217, 2] in 'w', but 'Dense1' expects [3, 2]")]
    [InlineData(
        "[Dense(3, {|#0:UseBias = false|}, Name = \"0\")]", "3x2", "3", "'w' has the tensor '0.bias' [3], but '0' has UseBias = false")]
    public Task NoFixWhereNoSizeFits(string layer, string weight, string? bias, string message, string? place = null)
    {
        string source = $"[Network(2, Weights = \"w\")] {layer} partial class Net;";
        if (place is not null)
        {
            source = source.Replace(place, $"{{|#0:{place}|}}", StringComparison.Ordinal);
        }

        return NoFix(source, Manifest([("0.weight", weight), .. bias is null ? [] : new[] { ("0.bias", bias) }]), message);
    }

    /// <summary>The inputs are what does not fit: of a layer in the middle, no single size would be right.</summary>
    [Theory]
    [InlineData("Dense(2), {|#0:Dense(3)|}, Dense(4)")]
    [InlineData("Dense(2), Dense({|#0:2|}, 3), Dense(4)")]
    public Task NoFixForInputsInTheMiddle(string layers) => NoFix(
        $"[Network(1, Weights = \"w\"), {layers}] partial class Net;",
        Manifest(
            ("0.weight", "2x1"), ("0.bias", "2"), ("1.weight", "3x9"), ("1.bias", "3"), ("2.weight", "4x3"), ("2.bias", "4")),
        "'1.weight' is [3, 9] in 'w', but 'Dense2' expects [3, 2]");

    [Fact]
    public Task NoFixThatTheLimitWouldForbid() => NoFix(
        "[Network(1, Weights = \"w\", MaxParameters = 9)] [Dense({|#0:9|}, UseBias = false)] partial class Net;",
        Manifest(("0.weight", "10x1")),
        "'0.weight' is [10, 1] in 'w', but 'Dense1' expects [9, 1]");

    [Theory]
    [InlineData("[Dense(5)] [Dense(4)] [Dense(3)] [Dense(2)]")]
    [InlineData("[Dense(6, 5)] [Dense(5, 4)] [Dense(4, 3)] [Dense(3, 2, Activation.Softmax)]")]
    [InlineData("[Dense(0)] [Dense(4)] [Dense(3)] [Dense(2)]")]
    [InlineData("[Dense({|CS0103:unknown|})] [Dense(5, 4)] [Dense(3)] [Dense(2)]")]
    public Task ShapesThatFitAndUnknownOnesAreNone(string layers) =>
        ShapeRule.FindsNothing($"[Network(6, Weights = \"w\")] {layers} partial class Net;", _fourLayers);

    [Fact]
    public Task EachNetworkHasItsFinding() => ShapeRule.Finds(
        Rules.WrongTensorShape,
        """
        [Network(1, Weights = "w")] [Dense({|#0:3|}, UseBias = false)] partial class One;
        [Network(1, Weights = "w")] [Dense({|#1:4|}, UseBias = false)] partial class Two;
        """,
        [Manifest(("0.weight", "2x1"))],
        "'0.weight' is [2, 1] in 'w', but 'Dense1' expects [3, 1]",
        "'0.weight' is [2, 1] in 'w', but 'Dense1' expects [4, 1]");

    private static Task NoFix(string source, string manifest, string message) =>
        new RuleTest<ShapeAnalyzer, SetSizeToFileFix>(source, source)
        {
            Manifests = [manifest],
            ExpectedDiagnostics = { Finding(0, message) },
            FixedState = { ExpectedDiagnostics = { Finding(0, message) }, MarkupHandling = MarkupMode.Allow },
        }.RunAsync();

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.WrongTensorShape).WithLocation(place).WithMessage(message);

    private static string Manifest(params (string Name, string Shape)[] tensors) =>
        ManifestText.Of("w", "R", [.. tensors.Select(tensor => (tensor.Name, "F32", tensor.Shape))]);
}
