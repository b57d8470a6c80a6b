using System.Globalization;
using CsCheck;

namespace NetGen.Generator.Tests;

/// <summary>A dense layer to declare.</summary>
internal sealed record DenseSpec(int Outputs, Activation Activation, bool UseBias, float Alpha, bool SparseInput = false)
{
    public string Source => string.Create(
        CultureInfo.InvariantCulture,
        $"[Dense({Outputs}, Activation.{Activation}, UseBias = {(UseBias ? "true" : "false")}, Alpha = {Alpha}f{(SparseInput ? ", SparseInput = true" : "")})]");
}

/// <summary>A network to declare.</summary>
internal sealed record Architecture(int Inputs, params DenseSpec[] Layers)
{
    // Around the boundaries of vectors, panels of 16, tiles of 64 and the choice of kernels.
    private static readonly Gen<int> _sizes = Gen.Frequency(
        (4, Gen.OneOf(1, 2, 3, 4, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 127, 128, 129, 257)),
        (1, Gen.Int[1, 300]));

    // Most of these are written out in full.
    private static readonly Gen<int> _smallSizes = Gen.Int[1, 20];

    public static Gen<Architecture> Any { get; } = Gen.OneOf(Of(_sizes), Of(_sizes), Of(_smallSizes));

    /// <summary>The class's declaration.</summary>
    public string Source(string name) =>
        $"[Network({Inputs})] {string.Join(" ", Layers.Select(layer => layer.Source))} partial class {name};";

    public override string ToString() => Source("Net");

    private static Gen<Architecture> Of(Gen<int> sizes)
    {
        Gen<DenseSpec> layers = Gen.Select(
            sizes, Gen.Enum<Activation>(), Gen.Frequency((3, true), (1, false)), Gen.OneOf(0.01f, 0.2f, 1f),
            (outputs, activation, useBias, alpha) => new DenseSpec(outputs, activation, useBias, alpha));
        return Gen.Select(sizes, layers.Array[1, 6], Gen.Frequency((3, false), (1, true)), (inputs, layers, isSparse) =>
            new Architecture(inputs, [layers[0] with { SparseInput = isSparse }, .. layers[1..]]));
    }
}
