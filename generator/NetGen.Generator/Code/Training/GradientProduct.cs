using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the gradient of a layer's weights: inputs by gradients of the sums, summed over the rows in order.</summary>
internal static class GradientProduct
{
    public static string Name(string layer, int panels, VectorWidth width) =>
        $"{layer}Gradient{(width.Bits == 512 ? Literal.Of(panels) : "")}V{width.Bits}";

    /// <summary>Prints the method for a number of panels; with narrower vectors than 512 bits it takes them one by one.</summary>
    public static void Print(CodeWriter code, TrainingLayerPlan layer, int panels, VectorWidth width)
    {
        ProductTile tile = ProductTile.Of(width, panels);
        bool isLoop = width.Bits < 512;
        code.Line($"/// <summary>{Literal.Xml(layer.Name)}: the weights' gradient.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open(
            $"private static void {Name(layer.Name, panels, width)}("
                + $"{(isLoop ? "int panels, " : "")}ref float inputs, ref float gradients, ref float weights, nuint count, nuint rows)"))
        {
            if (isLoop)
            {
                using (code.Open("for (int panel = 0; panel < panels; panel++)"))
                {
                    PrintTiles(code, layer, tile);
                    code.Line("gradients = ref Unsafe.Add(ref gradients, 16);");
                    code.Line($"weights = ref Unsafe.Add(ref weights, {Literal.Of(layer.PanelLength)});");
                }
            }
            else
            {
                PrintTiles(code, layer, tile);
            }
        }
    }

    private static void PrintTiles(CodeWriter code, TrainingLayerPlan layer, ProductTile tile)
    {
        int rest = layer.Inputs % tile.Rows;
        if (layer.Inputs >= tile.Rows)
        {
            using (code.Open($"for (nuint first = 0; first + {tile.Rows} <= count; first += {tile.Rows})"))
            {
                code.Line("ref float input = ref Unsafe.Add(ref inputs, first), weight = ref Unsafe.Add(ref weights, first * 16);");
                PrintTile(code, layer, tile);
            }
        }

        if (rest > 0)
        {
            using (code.Open($"if (count % {tile.Rows} != 0)"))
            {
                code.Line($"nuint first = count - {rest};");
                code.Line("ref float input = ref Unsafe.Add(ref inputs, first), weight = ref Unsafe.Add(ref weights, first * 16);");
                PrintTile(code, layer, tile with { Rows = rest });
            }
        }
    }

    private static void PrintTile(CodeWriter code, TrainingLayerPlan layer, ProductTile tile)
    {
        VectorWidth width = tile.Width;
        tile.PrintSums(
            code,
            "rows",
            new("input", layer.InputStride, row => row),
            new("gradients", layer.OutputStride, column => column * width.Lanes),
            _ => $"{width.Type}.Zero");
        tile.PrintEach(code, (row, column, sum) =>
            $"{sum}.StoreUnsafe(ref weight, {Literal.Of((row * 16) + RowTiles.VectorOffset(column, width, layer.PanelLength))});");
    }
}
