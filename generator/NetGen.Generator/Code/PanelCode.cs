using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints kernels that hold 16 outputs in the lanes and broadcast each input: group by group of columns, vectors of outputs.
/// </summary>
internal static class PanelCode
{
    /// <summary>Prints one sample; or a batch, all of its rows for a group of columns before the next group's weights are read.</summary>
    public static void Print(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place, TilePlan tile)
    {
        // All outputs of a row together.
        bool isSoftmaxInRegisters = ActivationCode.IsSoftmaxInRegisters(plan) && tile.Groups.Count == 1;
        foreach (ColumnGroup group in tile.Groups)
        {
            PanelColumns columns = new(plan, width, place, tile.Rows, group, isSoftmaxInRegisters);
            if (group.Repeat > 1)
            {
                int first = group.First / width.VectorsPerPanel;
                int step = group.Columns / width.VectorsPerPanel;
                using (code.Open($"for (nuint panel = {first}; panel < {first + (group.Repeat * step)}; panel += {step})"))
                {
                    string bias = plan.UseBias ? $"bias = ref Unsafe.Add(ref weights, panel * {VectorWidth.PanelLanes}), " : "";
                    code.Line($"ref float {bias}w = ref Unsafe.Add(ref weights, {plan.BiasLength} + panel * {plan.PanelLength});");
                    PrintRows(code, place, columns);
                }
            }
            else if (tile.Groups.Count == 1)
            {
                PrintRows(code, place, columns);
            }
            else if (tile.Rows > 1)
            {
                PrintRows(code, place, columns, columns.Outputs);
            }
            else
            {
                using (code.Open("", columns.Outputs))
                {
                    PrintRows(code, place, columns);
                }
            }
        }

        if (tile.Rows > 1 && ActivationCode.RunsAfterTiles(plan, place))
        {
            code.Line(ActivationCode.OfRows(plan, width, place));
        }

        if (!plan.Activation.IsSoftmax() || isSoftmaxInRegisters)
        {
            return;
        }

        if (tile.Rows == 1)
        {
            code.Line(ActivationCode.SoftmaxInPlace(plan, "ref output"));
        }
        else
        {
            using (code.Open("for (nuint row = 0; row < rows; row++)"))
            {
                code.Line(ActivationCode.SoftmaxInPlace(plan, $"ref Unsafe.Add(ref outputs, row * {place.OutputStride})"));
            }
        }
    }

    private static void PrintRows(CodeWriter code, LayerPlace place, PanelColumns columns, string comment = "")
    {
        if (columns.Rows == 1)
        {
            columns.Print(code);
        }
        else
        {
            using (MatrixCode.OpenTile(code, columns.Rows, columns.NextPanels, comment))
            {
                MatrixCode.PrintRowReferences(code, place);
                columns.Print(code);
            }
        }
    }
}
