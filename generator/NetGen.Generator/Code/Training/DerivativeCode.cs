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

    /// <summary>The derivative at a sum whose activation takes a few instructions.</summary>
    public static string Of(TrainingLayerPlan layer, string sum) =>
        Of(layer.Activation, layer.Alpha, sum, ActivationCode.Apply(layer.Activation, layer.Alpha, sum));

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

    private static string Of(Activation activation, float alpha, string x, string y) => activation switch
    {
        Activation.LeakyRelu => $"LeakyReluDerivative({x}, {y}, {Literal.Of(alpha)})",
        _ => $"{activation}Derivative({x}, {y})",
    };
}
