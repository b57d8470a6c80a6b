using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints a layer's forward pass in training: values, and the activation's derivatives where it has any.</summary>
internal static class ForwardProduct
{
    public static string Name(string layer, VectorWidth width) => $"{layer}ForwardV{width.Bits}";

    public static void Print(CodeWriter code, TrainingLayerPlan layer, VectorWidth width)
    {
        code.Line($"/// <summary>{Literal.Xml(layer.Name)}: {layer.Inputs} -> {layer.Outputs}, forward.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        bool runsAfterTiles = DerivativeCode.RunsAfterTiles(layer.Activation);
        using (code.Open(
            $"private static void {Name(layer.Name, width)}("
                + "ref float inputs, ref float parameters, ref float values, ref float derivatives, nuint rows)"))
        {
            foreach (PanelGroup group in PanelGroup.Of(layer.Panels, width))
            {
                ProductTile tile = ProductTile.Of(width, group.Panels);
                using (RowTiles.OpenPanels(code, group))
                {
                    if (layer.UseBias)
                    {
                        code.Line("ref float bias = ref Unsafe.Add(ref parameters, panel * 16);");
                    }

                    code.Line(
                        $"ref float weights = ref Unsafe.Add(ref parameters, "
                            + $"{MatrixCode.Plus($"(panel * {Literal.Of(layer.PanelLength)})", layer.BiasLength)});");
                    using (RowTiles.Open(code, tile))
                    {
                        code.Line($"ref float input = ref Unsafe.Add(ref inputs, row * {layer.InputStride});");
                        tile.PrintSums(
                            code,
                            Literal.Of(layer.Inputs),
                            new("input", 1, row => row * (long)layer.InputStride),
                            new("weights", 16, column => RowTiles.VectorOffset(column, width, layer.PanelLength)),
                            column => layer.UseBias ? tile.Load("bias", Literal.Of(column * width.Lanes)) : $"{width.Type}.Zero");
                        code.Line($"nuint place = (row * {layer.OutputStride}) + (panel * 16);");
                        bool storesDerivatives = layer.HasDerivatives && !runsAfterTiles;
                        code.Line(
                            "ref float value = ref Unsafe.Add(ref values, place)"
                                + (storesDerivatives ? ", derivative = ref Unsafe.Add(ref derivatives, place);" : ";"));
                        tile.PrintEach(code, (row, column, sum) =>
                        {
                            string offset = Literal.Of((row * (long)layer.OutputStride) + (column * width.Lanes));
                            return storesDerivatives
                                ? $"{DerivativeCode.Of(layer, sum)}.StoreUnsafe(ref derivative, {offset}); "
                                    + $"{ActivationCode.Apply(layer.Activation, layer.Alpha, sum)}.StoreUnsafe(ref value, {offset});"
                                : $"{sum}.StoreUnsafe(ref value, {offset});";
                        });
                    }
                }
            }

            if (runsAfterTiles)
            {
                code.Line(DerivativeCode.OfRows(layer, width));
            }
            else if (layer.Activation.IsSoftmax())
            {
                using (code.Open("for (nuint row = 0; row < rows; row++)"))
                {
                    code.Line(
                        $"{layer.Activation}InPlace(ref Unsafe.Add(ref values, row * {layer.OutputStride}), {layer.Outputs});");
                }
            }
        }
    }
}
