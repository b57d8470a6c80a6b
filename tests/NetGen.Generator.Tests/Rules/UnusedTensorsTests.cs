using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class UnusedTensorsTests
{
    private static readonly string _both = Manifest(
        ("encoder.weight", "2x4"), ("encoder.bias", "2"), ("decoder.weight", "4x2"), ("decoder.bias", "4"));

    [Fact]
    public Task AMissingLayer() => ShapeRule.Finds(
        Rules.UnusedTensors,
        "[Network(4, {|#0:Weights = \"w\"|})] [Dense(2)] partial class Net;",
        [Manifest(("0.weight", "2x4"), ("0.bias", "2"), ("2.weight", "3x2"), ("2.bias", "3"))],
        "'models/w' has 2 tensors that no layer uses: '2.weight' [3, 2], '2.bias' [3]");

    [Fact]
    public Task OnlySomeOfManyAreListed() => ShapeRule.Finds(
        Rules.UnusedTensors,
        "[Network(1, {|#0:Weights = \"w\"|})] [Dense(1, UseBias = false)] partial class Net;",
        [Manifest([("0.weight", "1x1"), .. Enumerable.Range(1, 1007).Select(i => (FormattableString.Invariant($"t{i}"), "-"))])],
        "'models/w' has 1,007 tensors that no layer uses: 't1' [], 't2' [], 't3' [], 't4' [], 't5' [] and 1,002 more");

    /// <summary>The network lacks a normalisation that its weights were trained with. Its counter is no parameter.</summary>
    [Fact]
    public Task ALayerThatIsNotDeclared() => ShapeRule.Finds(
        Rules.UnusedTensors,
        "[Network(4, {|#0:Weights = \"w\"|})] [Dense(2, Name = \"fc\")] partial class Net;",
        [
            Manifest(("fc.weight", "2x4"), ("fc.bias", "2"), ("norm.running_mean", "2"))
                + "tensor I64 - ? norm.num_batches_tracked\ntensor BOOL 4x4 ? mask\n",
        ],
        "'models/w' has a tensor that no layer uses: 'norm.running_mean' [2]");

    /// <summary>What is quantised is a parameter, though of a type that is not read.</summary>
    [Fact]
    public Task QuantisedParameters() => ShapeRule.Finds(
        Rules.UnusedTensors,
        "[Network(1, {|#0:Weights = \"w\"|})] [Dense(1, UseBias = false)] partial class Net;",
        [Manifest(("0.weight", "1x1")) + "tensor I8 9x9 ? 1.weight\n"],
        "'models/w' has a tensor that no layer uses: '1.weight' [9, 9]");

    [Fact]
    public Task NetworksThatShareAFileTakeTheirParts() => ShapeRule.FindsNothing(
        """
        namespace Nets
        {
            [Network(4, Weights = "w")] [Dense(2, Name = "encoder")] partial class Encoder;
            static partial class Outer
            {
                [Network(2, Weights = "models/w")] [Dense(4, Name = "decoder")] internal partial class Decoder;
            }
        }
        """,
        _both);

    [Fact]
    public Task WhatNoneOfThemTakesIsAFindingOfEach() => ShapeRule.Finds(
        Rules.UnusedTensors,
        """
        [Network(4, {|#0:Weights = "w"|})] [Dense(2, Name = "encoder")] partial class Encoder;
        [Network(2, {|#1:Weights = "models/w"|})] [Dense(4, Name = "decoder")] partial class Decoder;
        [Network(1, Weights = "models/other")] [Dense(1)] partial class Other;
        """,
        [_both + "tensor F32 3 0 mean\n", ManifestText.Of("models/other", ("weight", "1x1", [1]), ("bias", "1", [1]))],
        "'models/w' has a tensor that no layer uses: 'mean' [3]",
        "'models/w' has a tensor that no layer uses: 'mean' [3]");

    /// <summary>While it is not known what a layer should take, what is left means nothing.</summary>
    [Fact]
    public Task BesideAMissingTensorIsNone() => ShapeRule.Finds(
        Rules.MissingTensor,
        """
        [Network(4, Weights = "w")] [Dense(2, Name = "encoder")] partial class Encoder;
        [Network(2, Weights = "w")] [Dense(4, {|#0:Name = "decode"|})] partial class Decoder;
        """,
        [_both],
        "'w' has no 'decode.weight' [4, 2] and 'decode.bias' [4] for 'decode'; it has 'decoder.weight' [4, 2], 'encoder.weight' [2, 4]");

    [Fact]
    public Task TheBiasOfALayerWithoutIsItsMistake() => ShapeRule.Finds(
        Rules.WrongTensorShape,
        "[Network(4, Weights = \"w\")] [Dense(2, {|#0:UseBias = false|})] partial class Net;",
        [Manifest(("0.weight", "2x4"), ("0.bias", "2"))],
        "'w' has the tensor '0.bias' [2], but 'Dense1' has UseBias = false");

    [Fact]
    public async Task TheNetworkRuns()
    {
        ManifestFile manifest = new(ManifestText.Of("w", ("0.weight", "1x1", [2]), ("1.bias", "1", [9])));
        GeneratorRun run = GeneratorRun.Of(
            "using NetGen; [Network(1, Weights = \"w\")] [Dense(1, UseBias = false)] partial class Net;", manifest);
        Assert.Equal(Rules.UnusedTensors.Id, Assert.Single(await run.FindingsAsync(manifest)).Rule);
        using LoadedProgram program = run.Load();
        Assert.Equal([6], program.Network("Net").Default().Forward(3));
    }

    private static string Manifest(params (string Name, string Shape)[] tensors) =>
        ManifestText.Of("models/w", "R", [.. tensors.Select(tensor => (tensor.Name, "F32", tensor.Shape))]);
}
