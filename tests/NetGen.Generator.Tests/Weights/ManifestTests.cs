using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Tests;

/// <summary>Weights that the build hands to the generator.</summary>
public class ManifestTests
{
    private const string TwoLayers =
        "using NetGen; [Network(2, Weights = \"w\")] [Dense(1)] [Dense(2)] partial class Net;";

    private static readonly float[] _hard =
        [-0f, 1e-45f, float.MaxValue, 0.1f, -1234567.9f, float.NaN, float.NegativeInfinity];

    [Fact]
    public void ValuesAreTheDefault()
    {
        using LoadedProgram program = Run(TwoLayers, ManifestText.Of(
            "w", ("0.weight", "1x2", _hard[..2]), ("0.bias", "1", [_hard[2]]),
            ("1.weight", "2x1", _hard[3..5]), ("1.bias", "2", _hard[5..]))).Load();
        Assert.Equal(
            _hard.Select(BitConverter.SingleToInt32Bits),
            program.Network("Net").Default().Parameters().Select(BitConverter.SingleToInt32Bits));
    }

    [Fact]
    public void AResourceIsTheDefault()
    {
        string manifest = ManifestText.Of(
            "models/w", "NetGen.Weights/models/w",
            ("0.weight", "F32", "1x2"), ("0.bias", "F32", "1"), ("1.weight", "F32", "2x1"), ("1.bias", "F32", "2"));
        using LoadedProgram program = Run(TwoLayers, manifest).Load(SafetensorsFile.Resource(
            "NetGen.Weights/models/w",
            ("1.bias", [2], [6, 7]), ("0.weight", [1, 2], [1, 2]), ("0.bias", [1], [3]), ("1.weight", [2, 1], [4, 5])));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], program.Network("Net").Default().Parameters());
    }

    [Fact]
    public void UnnamedLayersTakeTheTensorsInNaturalOrder()
    {
        using LoadedProgram program = Run(
            "using NetGen; [Network(1, Weights = \"w\")] [Dense(1)] [Dense(1)] [Dense(1)] partial class Net;",
            ManifestText.Of(
                "w", ("10.bias", "1", [6]), ("10.weight", "1x1", [5]), ("2.weight", "1x1", [3]), ("2.bias", "1", [4]),
                ("0.bias", "1", [2]), ("0.weight", "1x1", [1]))).Load();
        Assert.Equal([1, 2, 3, 4, 5, 6], program.Network("Net").Default().Parameters());
    }

    [Fact]
    public void NamedLayersTakeTheirOwnTensorsAndTheOthersTheRest()
    {
        using LoadedProgram program = Run(
            """
            using NetGen;
            [Network(1, Weights = "w")]
            [Dense(1)] [Dense(1, Name = "a/b c.ü", UseBias = false)] [Dense(1)]
            partial class Net;
            """,
            ManifestText.Of(
                "w", ("a/b c.ü.weight", "1x1", [3]), ("x.weight", "1x1", [1]), ("x.bias", "1", [2]),
                ("y.weight", "1x1", [4]), ("y.bias", "1", [5]), ("unused", "1", [9]))).Load();
        Assert.Equal([1, 2, 3, 4, 5], program.Network("Net").Default().Parameters());
    }

    [Fact]
    public void AnEmptyPrefixIsALayerToo()
    {
        using LoadedProgram program = Run(
            "using NetGen; [Network(1, Weights = \"w\")] [Dense(1)] partial class Net;",
            ManifestText.Of("w", ("weight", "1x1", [1]), ("bias", "1", [2]))).Load();
        Assert.Equal([1, 2], program.Network("Net").Default().Parameters());
    }

    [Fact]
    public void EachNetworkTakesItsFile()
    {
        using LoadedProgram program = Run(
            """
            using NetGen;
            [Network(1, Weights = "a.safetensors")] [Dense(1, UseBias = false)] partial class A;
            [Network(1, Weights = "models/b.safetensors")] [Dense(1, UseBias = false)] partial class B;
            [Network(1, Weights = "models\\b.safetensors")] [Dense(1, UseBias = false)] partial class Backslash;
            [Network(1, Weights = "a.safetensors")] [Dense(1, UseBias = false)] partial class Another;
            """,
            ManifestText.Of("../other/models/b.safetensors", ("weight", "1x1", [3])),
            ManifestText.Of("models/a.safetensors", ("weight", "1x1", [1])),
            ManifestText.Of("models/b.safetensors", ("weight", "1x1", [2])),
            ManifestText.Of("not/xa.safetensors", ("weight", "1x1", [4]))).Load();
        string[] names = ["A", "B", "Backslash", "Another"];
        Assert.Equal([1, 2, 2, 1], names.Select(name => program.Network(name).Default().Parameters()[0]));
    }

    [Theory]
    [InlineData("netgen-weights 1\npath other\n", "NETGEN103", "No <NetworkWeights Include=\"w\" />")]
    [InlineData("netgen-weights 1\npath a/w\n|netgen-weights 1\npath b/w\n", "NETGEN103", "'a/w', 'b/w'")]
    [InlineData("netgen-weights 1\npath w\nerror the file is truncated\n", "NETGEN106", "'w' cannot be read: the file is truncated")]
    [InlineData("netgen-weights 2\npath w\n", "NETGEN106", "differ in version")]
    [InlineData("netgen-weights 1\npath w\ntensor F32 1xx2 0 0.weight\n", "NETGEN106", "damaged line")]
    [InlineData("netgen-weights 1\npath w\n", "NETGEN104", "'Dense1'")]
    [InlineData("tensor F32 1x2 0 0.weight;tensor F32 1 0 0.bias", "NETGEN104", "'Dense2'")]
    [InlineData("tensor F32 1x2 0 0.weight;tensor F32 2x1 0 1.weight;tensor F32 2 0 1.bias", "NETGEN104", "'0.bias'")]
    [InlineData(
        "GOOD",
        "NETGEN105", "is [1, 3] in 'w', but 'Dense1' expects [1, 2]", "tensor F32 1x2 0 0.weight", "tensor F32 1x3 0 0.weight")]
    [InlineData("GOOD", "NETGEN105", "it looks transposed", "tensor F32 1x2 0 0.weight", "tensor F32 2x1 0 0.weight")]
    [InlineData("GOOD", "NETGEN105", "[2, 1, 1]", "tensor F32 2x1 0 1.weight", "tensor F32 2x1x1 0 1.weight")]
    [InlineData("GOOD", "NETGEN105", "is []", "tensor F32 1 0 0.bias", "tensor F32 - 0 0.bias")]
    [InlineData("GOOD", "NETGEN106", "is 'I 8', expected", "tensor F32 1x2 0 0.weight", "tensor I%208 1x2 ? 0.weight")]
    public void AnUnfitFileIsNamed(string manifests, string id, string detail, string before = "", string after = "")
    {
        const string Good =
            "tensor F32 1x2 0 0.weight;tensor F32 1 0 0.bias;tensor F32 2x1 0 1.weight;tensor F32 2 0 1.bias";
        string text = manifests.Replace("GOOD", Good, StringComparison.Ordinal);
        text = before.Length > 0 ? text.Replace(before, after, StringComparison.Ordinal) : text;
        if (!text.StartsWith("netgen", StringComparison.Ordinal))
        {
            text = "netgen-weights 1\npath w\nresource R\n" + text.Replace(';', '\n');
        }

        using LoadedProgram program =
            Run(TwoLayers + " class Use { object Default() => Net.Default; }", text.Split('|')).Load();
        string message = Assert.Throws<InvalidOperationException>(() => program.Network("Net").Default()).Message;
        Assert.Contains(id, message, StringComparison.Ordinal);
        Assert.Contains(detail, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("F32")]
    [InlineData("F16")]
    [InlineData("BF16")]
    [InlineData("F64")]
    public void AllTypesThatAreReadAreAccepted(string type)
    {
        GeneratorRun run = Run(
            "using NetGen; [Network(1, Weights = \"w\")] [Dense(1, UseBias = false)] partial class Net;",
            ManifestText.Of("w", "R", ("weight", type, "1x1")));
        Assert.Contains("ReadResource(", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AManifestIsParsedOnce()
    {
        ManifestFile file = new(ManifestText.Of("w", ("weight", "1x1", [1])));
        WeightManifest parsed = ManifestReader.Read(file, default);
        Assert.Same(parsed, ManifestReader.Read(file, default));
        Assert.Equal([1f], parsed.Tensors[0].Values);
    }

    private static GeneratorRun Run(string source, params string[] manifests) => GeneratorRun.Of(
        source,
        manifests.Select((text, index) => new ManifestFile(text, $"obj/{index}{WeightManifest.FileExtension}")));
}
