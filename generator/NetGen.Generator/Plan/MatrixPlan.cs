using NetGen.Generator.Code;
using NetGen.Generator.Model;

namespace NetGen.Generator.Plan;

/// <summary>
/// The plan for activation(weights · inputs + bias). Packed weights stand in panels of vectors of 16 floats,
/// [panel][step][16]. A step takes one input for 16 outputs in the lanes; in a narrow panel, of a layer with few outputs, it
/// takes <see cref="InputsPerStep"/> neighbouring inputs, [step][input][output]. Each output's sum is split into
/// <c>Chains</c> independent chains that hide the latency of the multiply-add: chain k takes the steps k, k + Chains,
/// k + 2 Chains, …. The chains are then added pairwise, and the inputs of a narrow panel by halves.
/// </summary>
/// <remarks>
/// The last panel of 16 or more outputs ends at the last output, overlapping the panel before. The last step of a narrow
/// panel likewise ends at the last input, those already counted cleared. The bias stands before the weights.
/// </remarks>
internal sealed record MatrixPlan(
    int Inputs,
    int Outputs,
    bool UseBias,
    Activation Activation,
    float Alpha,
    int PanelOutputs,
    int Chains,
    bool SkipsZeros,
    long PackedLength,
    bool IsUnrolled)
    : LayerPlan(PackedLength, IsUnrolled)
{
    private const int Lanes = VectorWidth.PanelLanes;

    // Beyond so many vectors of weights, straight-line code grows larger than what it saves.
    private const int MaxUnrolledVectors = 64;
    private const int MaxUnrolledNarrowVectors = 16;

    // A multiply-add takes four cycles and two start each cycle: eight accumulators keep them busy.
    private const int Accumulators = 8;
    private const int MaxTileRows = 8;

    public int Panels => (Outputs + Lanes - 1) / Lanes;

    /// <summary>Whether the lanes that few outputs leave take further inputs.</summary>
    public bool IsNarrow => PanelOutputs < Lanes;

    /// <summary>The inputs that one vector of weights takes: 1 unless the panel is narrow.</summary>
    public int InputsPerStep => Lanes / PanelOutputs;

    /// <summary>The vectors of weights in a panel.</summary>
    public int Steps => (Inputs + InputsPerStep - 1) / InputsPerStep;

    /// <summary>The floats before the weights.</summary>
    public long BiasLength => UseBias ? Panels * (long)Lanes : 0;

    /// <summary>
    /// The floats of one panel. Panels that are read side by side stand no multiple of 4 KB apart: the same places of all of
    /// them would share one set of the first-level cache.
    /// </summary>
    public long PanelLength => LengthOfPanel(Panels, Steps);

    public static MatrixPlan Choose(
        int inputs, int outputs, bool useBias, bool sparseInput, Activation activation, float alpha)
    {
        // Half the steps for one more addition at the end, as long as four are left.
        int panelOutputs = Lanes;
        while (panelOutputs >= 2 * outputs && inputs >= 8 * (Lanes / panelOutputs))
        {
            panelOutputs /= 2;
        }

        // As many chains as give eight accumulators, if each is long enough to be worth the additions at the end.
        int panels = (outputs + Lanes - 1) / Lanes;
        int inputsPerStep = Lanes / panelOutputs, steps = (inputs + inputsPerStep - 1) / inputsPerStep;
        int longest = steps / 8;
        int chains = 1;
        while (chains * 2 * panels <= Accumulators && chains * 2 <= longest)
        {
            chains *= 2;
        }

        long vectors = panels * (long)steps;
        bool isUnrolled = vectors <= (inputsPerStep == 1 ? MaxUnrolledVectors : MaxUnrolledNarrowVectors);
        return new MatrixPlan(
            inputs,
            outputs,
            useBias,
            activation,
            alpha,
            panelOutputs,
            chains,
            sparseInput && inputsPerStep == 1 && !isUnrolled,
            (panels * LengthOfPanel(panels, steps)) + (useBias ? panels * Lanes : 0),
            isUnrolled);
    }

    public static long LengthOfPanel(int panels, int steps) =>
        (steps + (panels > 1 && steps % (4096 / sizeof(float) / Lanes) == 0 ? 1 : 0)) * (long)Lanes;

    /// <summary>Whether one sample runs as straight-line code at that width: narrower vectors are more.</summary>
    public bool IsUnrolledAt(VectorWidth width) =>
        IsUnrolled && (PackedLength - BiasLength) / width.Lanes <= MaxUnrolledVectors;

    /// <summary>The width to compute with where vectors may have at most that width: no wider than the outputs.</summary>
    public VectorWidth Within(VectorWidth width) =>
        IsNarrow || Outputs > Lanes / 2 || Activation.IsSoftmax()
            ? width
            : new VectorWidth(Math.Min(width.Bits, Outputs <= Lanes / 4 ? 128 : 256));

    /// <summary>The tile for one sample. Arm64 starts four narrow multiply-adds a cycle: twice the chains in flight.</summary>
    public TilePlan SingleTile(VectorWidth width) => TilePlan.Of(
        this, width, 1, width.Bits == 128 ? Math.Min(Accumulators, 2 * Accumulators / Chains) : Accumulators / Chains);

    /// <summary>
    /// The tile for batches, of up to 8 rows by 2 panels, or 3 where those leave none over: of the 32 registers of 512 bits
    /// up to 24 accumulate, of the 16 narrower ones 12. Null where that leaves a single row, or zeros of that row are skipped.
    /// </summary>
    public TilePlan? BatchTile(VectorWidth width)
    {
        int panels = Panels == 1 || width.Bits < 512 ? 1 : Panels % 2 == 0 || Panels % 3 != 0 ? 2 : 3;
        int columns = panels * width.VectorsPerPanel;
        int rows = Math.Min(MaxTileRows, (width.Bits == 512 ? 24 : 12) / (columns * Chains));
        if (IsNarrow && (ActivationCode.IsLong(Activation) || Activation.IsSoftmax()))
        {
            // Each row folds its sums and has its own activation: of eight the JIT would inline only some.
            rows = Math.Min(rows, MaxTileRows / 2);
        }

        return rows < 2 || SkipsZeros || (IsNarrow && width.Bits < 512) ? null : TilePlan.Of(this, width, rows, columns);
    }

    /// <summary>The indices of inputs that are not zero.</summary>
    public override int ScratchLength => SkipsZeros ? Inputs + MaxTileRows : 0;

    public override int TileRows(VectorWidth width) => BatchTile(Within(width))?.Rows ?? 1;

    public override string Describe(VectorWidth width)
    {
        string chains = Chains > 1 ? $", sums in {Chains} chains" : "";
        if (IsNarrow)
        {
            return $"{InputsPerStep} inputs at a time for " + (PanelOutputs == 1 ? "one output" : $"{PanelOutputs} outputs") + chains;
        }

        if (IsUnrolledAt(width))
        {
            return "unrolled";
        }

        int columns = SingleTile(width).Groups[0].Columns, panels = columns / width.VectorsPerPanel;
        string outputs = panels == 0 ? $"{columns * width.Lanes} outputs"
            : panels == 1 ? "one panel of 16 outputs"
            : $"{panels} panels of 16 outputs";
        return $"{outputs} at a time, each input {(SkipsZeros ? "but zeros " : "")}broadcast to all of them" + chains;
    }

    public override void PrintKernels(CodeWriter code, VectorWidth width, LayerPlace place) =>
        MatrixCode.Print(code, this, width, place);

    public override void PrintPacking(CodeWriter code, string direction, long parameters, long packed) =>
        PackingCode.Print(code, this, direction, parameters, packed);
}
