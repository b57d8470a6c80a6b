using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the methods of a product of matrix and vector, for one sample and for a batch, and what all kernels share.</summary>
internal static class MatrixCode
{
    public static void Print(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place)
    {
        VectorWidth within = plan.Within(width);
        string name = $"{place.Name}V{width.Bits}";

        // The JIT's budget for one method has room for the softmax of one layer, not of many.
        code.Line(KernelsCode.MethodAttribute(canInline: plan.IsUnrolled && (place.IsLast || !plan.Activation.IsSoftmax())));
        using (code.Open($"internal static void {name}(ref float input, ref float weights, ref float output{Indices(plan, "float ")})"))
        {
            if (plan.SkipsZeros)
            {
                SparseCode.Print(code, plan, within, place);
            }
            else if (plan.IsNarrow)
            {
                NarrowCode.Print(code, plan, within, place, rows: 1);
            }
            else
            {
                PanelCode.Print(code, plan, within, place, plan.SingleTile(within));
            }
        }

        code.Line();
        if (place.IsInLanes)
        {
            LanesCode.Print(code, plan, width, place);
        }
        else
        {
            PrintBatch(code, plan, within, place, name);
        }
    }

    private static void PrintBatch(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place, string single)
    {
        TilePlan? tile = plan.BatchTile(width);
        code.Line(tile is null
            ? $"/// <summary>{place.Name} for a batch, sample by sample.</summary>"
            : $"/// <summary>{place.Name} for a batch: {tile.Rows} samples at a time, which share each load of weights.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open(
            $"internal static void {single.Insert(place.Name.Length, "Batch")}("
                + $"ref float inputs, ref float weights, ref float outputs{Indices(plan, "float ")}, nuint rows)"))
        {
            if (tile is null)
            {
                using (code.Open("for (nuint row = 0; row < rows; row++)"))
                {
                    code.Line(
                        $"{single}(ref Unsafe.Add(ref inputs, row * {place.InputStride}), ref weights, "
                            + $"ref Unsafe.Add(ref outputs, row * {place.OutputStride}){Indices(plan)});");
                }
            }
            else if (plan.IsNarrow)
            {
                using (OpenTile(code, tile.Rows))
                {
                    PrintRowReferences(code, place);
                    NarrowCode.Print(code, plan, width, place, tile.Rows);
                }
            }
            else
            {
                PanelCode.Print(code, plan, width, place, tile);
            }
        }
    }

    /// <summary>The last parameter, with its type, or argument of a kernel that skips zeros.</summary>
    private static string Indices(MatrixPlan plan, string type = "") => plan.SkipsZeros ? $", ref {type}indices" : "";

    /// <summary>Opens the loop over the tiles of a batch. The last one ends at the last row, and repeats rows if need be.</summary>
    /// <param name="variables">Declarators of further numbers.</param>
    public static IDisposable OpenTile(CodeWriter code, int rows, string variables = "", string comment = "")
    {
        CodeWriter.Block block = code.Open($"for (nuint tile = 0; tile < rows; tile += {rows})", comment);
        code.Line($"nuint row = Math.Min(tile, rows - {rows}){variables};");
        return block;
    }

    /// <summary>Refers <c>input</c> and <c>output</c> to the current row of a batch.</summary>
    public static void PrintRowReferences(CodeWriter code, LayerPlace place)
    {
        code.Line(
            $"ref float input = ref Unsafe.Add(ref inputs, row * {place.InputStride}), "
                + $"output = ref Unsafe.Add(ref outputs, row * {place.OutputStride});");
    }

    /// <summary>The statement for a number, broadcast, times vectors of weights, added to a row's sums.</summary>
    public static string AddProducts(string number, IEnumerable<string> weights, IEnumerable<string> sums) =>
        $"AddProducts({number}, {string.Join(", ", weights.Concat(sums.Select(sum => "ref " + sum)))});";

    /// <summary>The letter that names a chain's accumulators, two beyond z.</summary>
    public static string ChainLetter(int chain) => (chain < 26 ? "" : ChainLetter((chain / 26) - 1)) + (char)('a' + (chain % 26));

    /// <summary>The sum of chains, added pairwise: (a + b) + (c + d).</summary>
    public static string SumOfChains(IEnumerable<string> chains)
    {
        string[] terms = [.. chains];
        while (terms.Length > 1)
        {
            bool isLast = terms.Length == 2;
            terms = [.. Enumerable.Range(0, terms.Length / 2)
                .Select(i => $"{terms[2 * i]} + {terms[(2 * i) + 1]}")
                .Select(sum => isLast ? sum : $"({sum})")];
        }

        return terms[0];
    }

    /// <summary>The sum of a variable, or nothing, and a constant.</summary>
    public static string Plus(string variable, long constant) =>
        variable.Length == 0 ? Literal.Of(constant)
        : constant == 0 ? variable
        : $"{variable} + {Literal.Of(constant)}";

    /// <summary>A reference so many floats behind another.</summary>
    public static string Reference(string start, string offset) =>
        offset == "0" ? "ref " + start : $"ref Unsafe.Add(ref {start}, {offset})";
}
