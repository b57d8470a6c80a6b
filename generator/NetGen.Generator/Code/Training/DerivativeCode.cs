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

    /// <summary>A call of <see cref="PrintRows"/>'s method.</summary>
    public static string CallOfRows(TrainingLayerPlan layer, VectorWidth width)
    {
        string alpha = layer.Activation == Activation.Elu ? $", {Literal.Of(layer.Alpha)}" : "";
        return $"{layer.Activation}RowsV{width.Bits}("
            + $"ref values, ref derivatives, rows, {layer.OutputStride}, {layer.Panels * VectorWidth.PanelLanes}{alpha});";
    }

    /// <summary>Prints a method that turns stored sums into the activation's values, and stores its derivatives.</summary>
    public static void PrintRows(CodeWriter code, Activation activation, VectorWidth width)
    {
        bool hasAlpha = activation == Activation.Elu;
        code.Line($"/// <summary>{Literal.Xml(ActivationCode.DisplayName(activation))} of all sums of rows, and its derivatives.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open(
            $"private static void {activation}RowsV{width.Bits}("
                + $"ref float values, ref float derivatives, nuint rows, nuint stride, nuint length{(hasAlpha ? ", float alpha" : "")})"))
        using (code.Open("for (nuint row = 0; row < rows; row++)"))
        {
            code.Line(
                "ref float value = ref Unsafe.Add(ref values, row * stride), "
                    + "derivative = ref Unsafe.Add(ref derivatives, row * stride);");
            using (code.Open($"for (nuint i = 0; i < length; i += {width.Lanes})"))
            {
                string alpha = hasAlpha ? ", alpha" : "";
                code.Line($"{width.Type} x = {width.Class}.LoadUnsafe(ref value, i), y = {activation}(x{alpha});");
                code.Line($"{activation}Derivative(x, y{alpha}).StoreUnsafe(ref derivative, i);");
                code.Line("y.StoreUnsafe(ref value, i);");
            }
        }
    }

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
