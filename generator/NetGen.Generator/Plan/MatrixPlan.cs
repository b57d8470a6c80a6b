using NetGen.Generator.Code;
using NetGen.Generator.Model;

namespace NetGen.Generator.Plan;

/// <summary>Which way a product of matrix and vector runs.</summary>
internal enum MatrixKernel
{
    /// <summary>Sixteen outputs side by side in the lanes, each input broadcast to all of them.</summary>
    Panels,

    /// <summary>Sixteen inputs side by side in the lanes, and a sum over the lanes for each output: few outputs, many inputs.</summary>
    Dot,
}

/// <summary>
/// The plan for activation(weights · inputs + bias). Each sum is split into <c>Chains</c> independent chains that hide the
/// latency of the multiply-add: chain k takes the inputs (or for <see cref="MatrixKernel.Dot"/> the vectors of 16 inputs) k,
/// k + Chains, k + 2 Chains, …; the chains are then added pairwise. Packed weights: for panels [panel][input][16], where
/// the last panel of 16 or more outputs ends at the last output, overlapping the panel before; for dot [output][input],
/// where the last 16 inputs likewise end at the last input, those already counted cleared. The bias stands before them.
/// </summary>
internal sealed record MatrixPlan(
    int Inputs,
    int Outputs,
    bool UseBias,
    Activation Activation,
    float Alpha,
    MatrixKernel Kernel,
    int Chains,
    long PackedLength,
    bool IsUnrolled)
    : LayerPlan(PackedLength, IsUnrolled)
{
    private const int Lanes = VectorWidth.PanelLanes;

    // Beyond so many vectors of weights, straight-line code grows larger than what it saves.
    private const int MaxUnrolledVectors = 64;
    private const int MaxUnrolledDotVectors = 16;

    // A multiply-add takes four cycles and two start each cycle: eight accumulators keep them busy.
    private const int Accumulators = 8;

    public int Panels => (Outputs + Lanes - 1) / Lanes;

    /// <summary>The floats before the weights.</summary>
    public long BiasLength => UseBias ? Panels * (long)Lanes : 0;

    /// <summary>The floats of one panel (<see cref="MatrixKernel.Panels"/>).</summary>
    public long PanelLength => Inputs * (long)Lanes;

    /// <summary>The floats of one output's weights (<see cref="MatrixKernel.Dot"/>).</summary>
    public int DotLength => (Inputs + Lanes - 1) / Lanes * Lanes;

    public static MatrixPlan Choose(int inputs, int outputs, bool useBias, Activation activation, float alpha)
    {
        bool dot = outputs == 1 ? inputs >= 32 : outputs <= 4 && inputs >= 64;
        int panels = (outputs + Lanes - 1) / Lanes;

        // As many chains as give eight accumulators, if each is long enough to be worth the additions at the end.
        int columns = dot ? outputs : panels;
        int terms = dot ? inputs / Lanes : inputs / 4;
        int chains = 1;
        while (chains * 2 * columns <= Accumulators && chains * 2 <= terms)
        {
            chains *= 2;
        }

        long weights = dot
            ? outputs * (long)((inputs + Lanes - 1) / Lanes * Lanes)
            : panels * (long)inputs * Lanes;
        return new MatrixPlan(
            inputs,
            outputs,
            useBias,
            activation,
            alpha,
            dot ? MatrixKernel.Dot : MatrixKernel.Panels,
            chains,
            weights + (useBias ? panels * (long)Lanes : 0),
            weights / Lanes <= (dot ? MaxUnrolledDotVectors : MaxUnrolledVectors));
    }

    /// <summary>Whether one sample runs as straight-line code at that width: narrower vectors are more.</summary>
    public bool IsUnrolledAt(VectorWidth width) =>
        IsUnrolled && (PackedLength - BiasLength) / width.Lanes <= MaxUnrolledVectors;

    /// <summary>The tile for one sample. Arm64 starts four narrow multiply-adds a cycle: twice the chains in flight.</summary>
    public TilePlan SingleTile(VectorWidth width) => TilePlan.Of(
        this, width, 1, width.Bits == 128 ? Math.Min(Accumulators, 2 * Accumulators / Chains) : Accumulators / Chains);

    /// <summary>
    /// The tile for batches: 24 of the 32 registers of 512 bits accumulate, and 12 of 16 narrower ones; or null where that
    /// leaves a single row.
    /// </summary>
    public TilePlan? BatchTile(VectorWidth width)
    {
        if (Kernel == MatrixKernel.Dot)
        {
            return null;
        }

        (int rows, int columns) = (width.Bits, Chains) switch
        {
            (512, 1) => (6, 4),
            (512, 2) => (6, 2),
            (512, 4) => (3, 2),
            (512, _) => (3, 1),
            (256, 1) => (6, 2),
            (256, 2) => (3, 2),
            (128, 1) => (3, 4),
            _ => (1, 0),
        };
        return rows == 1 ? null : TilePlan.Of(this, width, rows, columns);
    }

    public override string Describe(VectorWidth width)
    {
        if (Kernel == MatrixKernel.Dot)
        {
            return "16 inputs at a time, summed over the lanes";
        }

        if (IsUnrolledAt(width))
        {
            return "unrolled";
        }

        int columns = SingleTile(width).Groups[0].Columns, panels = columns / width.VectorsPerPanel;
        string outputs = panels == 0 ? $"{columns * width.Lanes} outputs"
            : panels == 1 ? "one panel of 16 outputs"
            : $"{panels} panels of 16 outputs";
        return $"{outputs} at a time, each input broadcast to all of them" + (Chains > 1 ? $", sums in {Chains} chains" : "");
    }

    public override void PrintKernels(CodeWriter code, VectorWidth width, LayerPlace place) =>
        MatrixCode.Print(code, this, width, place);

    public override void PrintPacking(CodeWriter code, string direction, long parameters, long packed) =>
        PackingCode.Print(code, this, direction, parameters, packed);
}
