using NetGen.Generator.Code;
using NetGen.Generator.Model;

namespace NetGen.Generator.Plan;

/// <summary>How one layer is computed: chosen by its shape alone, so that results are the same bits everywhere.</summary>
/// <param name="PackedLength">The floats of packed parameters, a multiple of 16.</param>
/// <param name="IsUnrolled">Whether one sample runs as straight-line code.</param>
internal abstract record LayerPlan(long PackedLength, bool IsUnrolled)
{
    /// <summary>Says in a few words which code is written for a vector width.</summary>
    public abstract string Describe(VectorWidth width);

    /// <summary>The floats of scratch that its kernel for one sample takes as a further argument, or 0.</summary>
    public virtual int ScratchLength => 0;

    /// <summary>The rows of a batch that are computed together at a vector width: the least that its kernel takes.</summary>
    public abstract int TileRows(VectorWidth width);

    /// <summary>
    /// Prints the kernels for one vector width: <c>{name}V{bits}(ref input, ref weights, ref output)</c> for one sample, and
    /// for batches, as the place says, <c>{name}BatchV{bits}(…, nuint rows)</c> or <c>{name}LanesV{bits}(…)</c>.
    /// </summary>
    public abstract void PrintKernels(CodeWriter code, VectorWidth width, LayerPlace place);

    /// <summary>Prints statements that copy the layer's <c>parameters</c> into its <c>packed</c> memory, or back.</summary>
    /// <param name="direction"><c>Pack</c> or <c>Unpack</c>.</param>
    /// <param name="parameters">The index of the layer's first parameter, in canonical order.</param>
    /// <param name="packed">The index of the layer's first packed value.</param>
    public abstract void PrintPacking(CodeWriter code, string direction, long parameters, long packed);
}

/// <summary>Where a layer stands in its network.</summary>
/// <param name="Name">The prefix of its kernels' names.</param>
/// <param name="InputStride">The floats from one row of a batch to the next where the layer reads.</param>
/// <param name="OutputStride">The same where it writes.</param>
/// <param name="IsLast">Whether it writes to the caller's memory, where not a float more than the outputs may be written.</param>
/// <param name="IsInLanes">Whether batches run with the samples side by side in the lanes.</param>
internal sealed record LayerPlace(string Name, int InputStride, int OutputStride, bool IsLast, bool IsInLanes);
