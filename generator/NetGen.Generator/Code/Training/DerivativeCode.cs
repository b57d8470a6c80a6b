using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints calls to the runtime library's derivatives of activations.</summary>
internal static class DerivativeCode
{
    /// <summary>
    /// Whether an activation and its derivative run over stored sums, when all tiles are done: for the many sums of a tile they would
    /// have more variables than the JIT keeps.
    /// </summary>
    public static bool RunsAfterTiles(Activation activation) =>
        !activation.IsSoftmax() && activation is not (Activation.Identity or Activation.Relu or Activation.LeakyRelu);

    /// <summary>The derivative at a sum, of an activation that runs in the tiles.</summary>
    public static string Of(TrainingLayerPlan layer, string sum)
    {
        string value = ActivationCode.Apply(layer.Activation, layer.Alpha, sum);
        string alpha = layer.Activation == Activation.LeakyRelu ? $", {Literal.Of(layer.Alpha)}" : "";
        return $"{layer.Activation}Derivative({sum}, {value}{alpha})";
    }

    /// <summary>Turns stored sums into the activation's values, and stores its derivatives.</summary>
    public static string OfRows(TrainingLayerPlan layer, VectorWidth width) => ActivationCode.OfRows(
        layer.Activation,
        layer.Alpha,
        width,
        $"ref values, ref derivatives, rows, {layer.OutputStride}, {layer.Panels * VectorWidth.PanelLanes}");

    /// <summary>Prints the way back through a softmax, row by row.</summary>
    public static void PrintSoftmax(CodeWriter code, TrainingLayerPlan layer, string gradients)
    {
        using (code.Open("for (nuint row = 0; row < rows; row++)"))
        {
            code.Line($"nuint place = row * {layer.OutputStride};");
            code.Line(
                $"{layer.Activation}GradientInPlace(ref Unsafe.Add(ref values, place), "
                    + $"ref Unsafe.Add(ref {gradients}, place), {layer.Outputs});");
        }
    }
}
