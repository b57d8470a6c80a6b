using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints the way back through a layer: to the gradients by its inputs, and by the sums of the layer before.</summary>
internal static class BackwardProduct
{
    public static string Name(string layer, VectorWidth width) => $"{layer}BackwardV{width.Bits}";

    /// <param name="before">The layer before.</param>
    public static void Print(CodeWriter code, TrainingLayerPlan layer, TrainingLayerPlan before, VectorWidth width)
    {
        code.Line($"/// <summary>{Literal.Xml(layer.Name)}: {layer.Outputs} -> {layer.Inputs}, back.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open(
            $"private static void {Name(layer.Name, width)}("
                + "ref float gradients, ref float transposed, ref float values, ref float derivatives, nuint rows)"))
        {
            foreach (PanelGroup group in PanelGroup.Of(layer.InputPanels, width))
            {
                ProductTile tile = ProductTile.Of(width, group.Panels);
                using (RowTiles.OpenPanels(code, group))
                {
                    code.Line($"ref float weights = ref Unsafe.Add(ref transposed, panel * {Literal.Of(layer.TransposedPanelLength)});");
                    using (RowTiles.Open(code, tile))
                    {
                        code.Line($"ref float gradient = ref Unsafe.Add(ref gradients, row * {layer.OutputStride});");
                        tile.PrintSums(
                            code,
                            Literal.Of(layer.Outputs),
                            new("gradient", 1, row => row * (long)layer.OutputStride),
                            new("weights", 16, column => RowTiles.VectorOffset(column, width, layer.TransposedPanelLength)),
                            _ => $"{width.Type}.Zero");
                        code.Line(
                            $"ref float before = ref Unsafe.Add(ref derivatives, (row * {layer.InputStride}) + (panel * 16));");
                        tile.PrintEach(code, (row, column, sum) =>
                        {
                            string offset = Literal.Of((row * (long)layer.InputStride) + (column * width.Lanes));
                            return before.HasDerivatives
                                ? $"StoreProduct({sum}, ref before, {offset});"
                                : $"{sum}.StoreUnsafe(ref before, {offset});";
                        });
                    }
                }
            }

            if (before.Activation.IsSoftmax())
            {
                DerivativeCode.PrintSoftmax(code, before, "derivatives");
            }
        }
    }
}
