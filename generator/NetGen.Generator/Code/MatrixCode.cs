using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the methods of a product of matrix and vector, for one sample and for a batch, and what both kernels share.</summary>
internal static class MatrixCode
{
    public static void Print(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place)
    {
        string name = $"{place.Name}V{width.Bits}";
        code.Line(KernelsCode.MethodAttribute(canInline: plan.IsUnrolled));
        using (code.Open($"internal static void {name}(ref float input, ref float weights, ref float output)"))
        {
            if (plan.Kernel == MatrixKernel.Dot)
            {
                DotCode.Print(code, plan, width, place);
            }
            else
            {
                PanelCode.Print(code, plan, width, place, plan.SingleTile(width), plan.IsUnrolledAt(width));
            }
        }

        if (place.HasBatch)
        {
            PrintBatch(code, plan, width, place, name);
        }
    }

    private static void PrintBatch(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place, string single)
    {
        TilePlan? tile = plan.BatchTile(width);
        code.Line();
        code.Line(tile is null
            ? $"/// <summary>{place.Name} for a batch, sample by sample.</summary>"
            : $"/// <summary>{place.Name} for a batch: {tile.Rows} samples at a time, which share each load of weights.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open(
            $"internal static void {place.Name}BatchV{width.Bits}(ref float inputs, ref float weights, ref float outputs, nuint rows)"))
        {
            code.Line("nuint row = 0;");
            if (tile is not null)
            {
                using (code.Open($"for (; row + {tile.Rows} <= rows; row += {tile.Rows})"))
                {
                    PrintRowReferences(code, place);
                    PanelCode.Print(code, plan, width, place, tile, unrolled: false);
                }

                code.Line();
            }

            using (code.Open("for (; row < rows; row++)"))
            {
                PrintRowReferences(code, place);
                code.Line($"{single}(ref input, ref weights, ref output);");
            }
        }
    }

    /// <summary>Refers <c>input</c> and <c>output</c> to the current row of a batch.</summary>
    private static void PrintRowReferences(CodeWriter code, LayerPlace place)
    {
        code.Line($"ref float input = ref Unsafe.Add(ref inputs, row * {place.InputStride});");
        code.Line($"ref float output = ref Unsafe.Add(ref outputs, row * {place.OutputStride});");
    }

    /// <summary>The letter that names a chain's accumulators.</summary>
    public static string ChainLetter(int chain) => ((char)('a' + chain)).ToString();

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
}
