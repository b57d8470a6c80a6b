using NetGen.Generator.Layers;
using NetGen.Generator.Model;

namespace NetGen.Generator.Plan;

/// <summary>
/// How a network is computed: its layers' plans and where values live between them. The results of the layers go to two
/// buffers in turn, in a workspace of [first buffer: rows x stride][second buffer: rows x stride].
/// </summary>
internal sealed record NetworkPlan(
    NetworkModel Model,
    EquatableArray<LayerPlan> Layers,
    int FirstStride,
    int SecondStride,
    int BatchRows)
{
    private const long LongestArray = 0x7FFFFFC7;

    // Straight-line code for more weights than that is too long to read, and no faster than loops.
    private const int MaxUnrolledFloats = 160 * VectorWidth.PanelLanes;

    // 64 KB of values between layers stay in the second-level cache beside the weights.
    private const int BatchFloats = 16 * 1024;

    // Both numbers of rows in a tile, 6 and 3, divide it.
    private const int BatchRowStep = 12;
    private const int MaxBatchRows = 96;

    /// <summary>The floats of all packed parameters.</summary>
    public long PackedLength => Layers.Sum(layer => layer.PackedLength);

    /// <summary>Whether the parameters fit into the one array that holds them.</summary>
    public bool FitsInMemory => PackedLength + VectorWidth.PanelLanes <= LongestArray && Model.ParameterCount <= LongestArray;

    /// <summary>Whether batches run in blocks of rows, layer by layer; else sample by sample, straight through.</summary>
    public bool HasBatchKernels => BatchRows > 1;

    /// <summary>The floats of scratch one sample needs.</summary>
    public int SampleLength => ScratchLength(1);

    /// <summary>The floats of scratch a block of a batch needs.</summary>
    public int WorkspaceLength => ScratchLength(BatchRows);

    public static NetworkPlan Of(NetworkModel model)
    {
        EquatableArray<LayerPlan> layers = new(model.Layers.Select(layer => layer.Plan()));
        if (layers.Where(layer => layer.IsUnrolled).Sum(layer => layer.PackedLength) > MaxUnrolledFloats)
        {
            layers = new(layers.Select(layer => layer with { IsUnrolled = false }));
        }

        int[] strides = [0, 0];
        for (int i = 0; i < layers.Count - 1; i++)
        {
            strides[i % 2] = Math.Max(strides[i % 2], Stride(model.Layers[i]));
        }

        int rows = layers.All(layer => layer.IsUnrolled) ? 1 : RowsOfBlock(strides[0] + strides[1]);
        return new NetworkPlan(model, layers, strides[0], strides[1], rows);
    }

    /// <summary>Where the layer of that index stands.</summary>
    public LayerPlace Place(int index) => new(
        Model.Layers[index].Identifier.TrimStart('@'),
        index == 0 ? Model.Inputs : index % 2 == 1 ? FirstStride : SecondStride,
        index == Layers.Count - 1 ? Model.Outputs : index % 2 == 0 ? FirstStride : SecondStride,
        index == Layers.Count - 1,
        HasBatchKernels);

    /// <summary>The buffers between layers, and what it takes to start them on a 64-byte boundary.</summary>
    private int ScratchLength(int rows)
    {
        int buffers = rows * (FirstStride + SecondStride);
        return buffers == 0 ? 0 : buffers + VectorWidth.PanelLanes - 1;
    }

    private static int RowsOfBlock(int floatsPerRow)
    {
        int rows = floatsPerRow == 0 ? MaxBatchRows : BatchFloats / floatsPerRow / BatchRowStep * BatchRowStep;
        return Math.Min(Math.Max(rows, BatchRowStep), MaxBatchRows);
    }

    private static int Stride(Layer layer) =>
        (layer.Outputs + VectorWidth.PanelLanes - 1) / VectorWidth.PanelLanes * VectorWidth.PanelLanes;
}
