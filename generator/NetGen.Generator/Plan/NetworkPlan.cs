using NetGen.Generator.Layers;
using NetGen.Generator.Model;

namespace NetGen.Generator.Plan;

/// <summary>
/// How a network is computed: its layers' plans and where values live between them. The results of the layers go to two
/// buffers in turn, which stand one after the other in the workspace.
/// </summary>
/// <param name="FirstStride">The floats of a sample in the first buffer.</param>
/// <param name="SecondStride">The floats of a sample in the second.</param>
/// <param name="BatchRows">The most rows of a batch that run through all layers together.</param>
/// <param name="IsInLanes">
/// Whether a batch runs with its samples side by side in the lanes: networks so small that one sample would leave most lanes idle.
/// </param>
internal sealed record NetworkPlan(
    NetworkModel Model,
    EquatableArray<LayerPlan> Layers,
    int FirstStride,
    int SecondStride,
    int BatchRows,
    bool IsInLanes)
{
    private const long LongestArray = 0x7FFFFFC7;
    private const int Lanes = VectorWidth.PanelLanes;

    // Straight-line code for more weights than that is too long to read, and no faster than loops.
    private const int MaxUnrolledFloats = 160 * Lanes;

    // Of more inputs, turning the samples into lanes takes longer than running them one by one.
    private const int MaxInputsInLanes = 64;

    // 768 KB of values between layers stay in the second-level cache beside the weights of two panels. Fewer rows than
    // 24 would load those too often.
    private const int BatchFloats = 192 * 1024;
    private const int MinBatchRows = 24;
    private const int MaxBatchRows = 96;

    /// <summary>The floats of all packed parameters.</summary>
    public long PackedLength => Layers.Sum(layer => layer.PackedLength);

    /// <summary>Whether the parameters fit into the one array that holds them.</summary>
    public bool FitsInMemory => PackedLength + Lanes <= LongestArray && Model.ParameterCount <= LongestArray;

    /// <summary>The fewest rows that threads share a batch by: enough to be worth reading all weights.</summary>
    public int RowsOfThread => IsInLanes ? BatchRows : MinBatchRows;

    /// <summary>The floats between the layers of one sample. What a layer needs for itself stands behind them.</summary>
    public int SampleBuffers => SampleStride(FirstStride) + SampleStride(SecondStride);

    /// <summary>The same for a block of a batch.</summary>
    public int BlockBuffers
    {
        get
        {
            int rows = VectorWidth.All.Max(TileRows);
            int padded = IsInLanes || rows == 1 ? 0 : SampleStride(rows * Model.Inputs) + SampleStride(rows * Model.Outputs) + Lanes;
            return SampleStride((BatchRows * (FirstStride + SecondStride)) + padded);
        }
    }

    /// <summary>The floats of scratch one sample needs.</summary>
    public int SampleLength => Aligned(SampleBuffers + LayerScratch);

    /// <summary>The floats of scratch a block of a batch needs, and no less than one sample.</summary>
    public int WorkspaceLength => Math.Max(SampleLength, Aligned(BlockBuffers + LayerScratch));

    private int LayerScratch => Layers.Select(layer => layer.ScratchLength).DefaultIfEmpty(0).Max();

    public static NetworkPlan Of(NetworkModel model)
    {
        EquatableArray<LayerPlan> layers = new(model.Layers.Select(layer => layer.Plan()));
        if (layers.Where(layer => layer.IsUnrolled).Sum(layer => layer.PackedLength) > MaxUnrolledFloats)
        {
            layers = new(layers.Select(layer => layer with { IsUnrolled = false }));
        }

        bool isInLanes = model.Inputs <= MaxInputsInLanes && layers.All(layer => layer.IsUnrolled);
        int[] strides = [0, 0];
        if (isInLanes)
        {
            // The samples are turned into lanes in the second buffer, and the results back from either.
            strides[1] = model.Inputs;
            for (int i = 0; i < layers.Count; i++)
            {
                strides[i % 2] = Math.Max(strides[i % 2], model.Layers[i].Outputs);
            }

            return new NetworkPlan(model, layers, strides[0], strides[1], 2 * Lanes, isInLanes);
        }

        for (int i = 0; i < layers.Count - 1; i++)
        {
            strides[i % 2] = Math.Max(strides[i % 2], SampleStride(model.Layers[i].Outputs));
        }

        return new NetworkPlan(model, layers, strides[0], strides[1], RowsOfBlock(strides[0] + strides[1]), isInLanes);
    }

    /// <summary>The most rows that a layer's kernel takes together at a vector width.</summary>
    public int TileRows(VectorWidth width) => Layers.Select(layer => layer.TileRows(width)).DefaultIfEmpty(1).Max();

    /// <summary>The first layer whose kernels are those of a layer: of the same plan, and in the same kind of place.</summary>
    public int KernelOf(int index) =>
        Enumerable.Range(0, index + 1).First(i => Layers[i].Equals(Layers[index]) && Place(i, "") == Place(index, ""));

    /// <summary>Where the layer of that index stands.</summary>
    public LayerPlace Place(int index) => Place(index, Model.Layers[KernelOf(index)].Identifier.TrimStart('@'));

    /// <summary>The floats of one sample's values: whole vectors.</summary>
    public static int SampleStride(int values) => (values + Lanes - 1) / Lanes * Lanes;

    private LayerPlace Place(int index, string name) => new(
        name,
        index == 0 ? Model.Inputs : index % 2 == 1 ? FirstStride : SecondStride,
        index == Layers.Count - 1 ? Model.Outputs : index % 2 == 0 ? FirstStride : SecondStride,
        index == Layers.Count - 1,
        IsInLanes);

    /// <summary>What so many floats take from a 64-byte boundary on.</summary>
    private static int Aligned(int floats) => floats == 0 ? 0 : floats + Lanes - 1;

    private static int RowsOfBlock(int floatsPerRow) =>
        floatsPerRow == 0 ? MaxBatchRows : Math.Min(Math.Max(BatchFloats / floatsPerRow / 8 * 8, MinBatchRows), MaxBatchRows);
}
