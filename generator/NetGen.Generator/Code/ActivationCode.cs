using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints calls to the runtime library's activations.</summary>
internal static class ActivationCode
{
    /// <summary>An element-wise activation of a vector.</summary>
    public static string Apply(Activation activation, float alpha, string vector) => activation switch
    {
        Activation.Identity or Activation.Softmax or Activation.LogSoftmax => vector,
        Activation.LeakyRelu or Activation.Elu => $"{activation}({vector}, {Literal.Of(alpha)})",
        _ => $"{activation}({vector})",
    };

    /// <summary>Whether the function takes more than a few instructions.</summary>
    public static bool IsLong(Activation activation) => activation
        is Activation.Elu or Activation.Selu or Activation.Gelu or Activation.GeluTanh or Activation.Silu or Activation.Mish
        or Activation.Sigmoid or Activation.Tanh or Activation.Softplus or Activation.Softsign;

    /// <summary>
    /// Whether a batch's activation runs over stored rows, when all tiles are done: within the loops of the tiles a long
    /// function would take the registers of their sums. A part of a vector could not be read back.
    /// </summary>
    public static bool RunsAfterTiles(MatrixPlan plan, LayerPlace place) =>
        IsLong(plan.Activation) && (!place.IsLast || plan.Outputs >= VectorWidth.PanelLanes);

    /// <summary>The activation of stored rows: a call of <see cref="PrintOfRows"/>'s method.</summary>
    public static string OfRows(MatrixPlan plan, VectorWidth width, LayerPlace place)
    {
        string alpha = plan.Activation == Activation.Elu ? $", {Literal.Of(plan.Alpha)}" : "";
        int length = Math.Max(plan.Outputs, width.Lanes);
        return $"{plan.Activation}RowsV{width.Bits}(ref outputs, rows, {place.OutputStride}, {length}{alpha});";
    }

    /// <summary>Prints the method for the activation of stored rows. The last vector ends at the last value, some of which come before too.</summary>
    public static void PrintOfRows(CodeWriter code, Activation activation, VectorWidth width)
    {
        string Of(string offset)
        {
            string vector = $"{width.Class}.LoadUnsafe(ref values, {offset})";
            return activation == Activation.Elu ? $"Elu({vector}, alpha)" : Apply(activation, 0, vector);
        }

        string last = $"length - {width.Lanes}", alpha = activation == Activation.Elu ? ", float alpha" : "";
        code.Line($"/// <summary>{Literal.Xml(DisplayName(activation))} of all values of rows.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open(
            $"private static void {activation}RowsV{width.Bits}(ref float values, nuint rows, nuint stride, nuint length{alpha})"))
        using (code.Open("for (nuint row = 0; row < rows; row++, values = ref Unsafe.Add(ref values, stride))"))
        {
            code.Line($"{width.Type} last = {Of(last)};");
            using (code.Open($"for (nuint i = 0; i < {last}; i += {width.Lanes})"))
            {
                code.Line($"{Of("i")}.StoreUnsafe(ref values, i);");
            }

            code.Line($"last.StoreUnsafe(ref values, {last});");
        }
    }

    /// <summary>Whether softmax runs in the registers that hold all outputs, before they are stored.</summary>
    public static bool IsSoftmaxInRegisters(MatrixPlan plan) =>
        plan.Activation.IsSoftmax() && plan.Outputs <= VectorWidth.PanelLanes;

    /// <summary>
    /// Prints the softmax of the vectors of one row, in place. The library takes 16 lanes, so that vectors without outputs,
    /// none1, none2, …, go with them.
    /// </summary>
    public static void PrintSoftmaxInRegisters(CodeWriter code, MatrixPlan plan, VectorWidth width, IReadOnlyList<string> vectors)
    {
        if (width.Bits == 512)
        {
            code.Line($"{vectors[0]} = {plan.Activation}({vectors[0]}, {plan.Outputs});");
            return;
        }

        string all = string.Join(", ", Enumerable.Range(0, width.VectorsPerPanel)
            .Select(i => i < vectors.Count ? $"ref {vectors[i]}" : $"ref none{i}"));
        code.Line($"{plan.Activation}({all}, {plan.Outputs});");
    }

    /// <summary>Prints the declaration of the vectors without outputs.</summary>
    public static void PrintVectorsWithoutOutputs(CodeWriter code, VectorWidth width, int vectors)
    {
        if (vectors < width.VectorsPerPanel)
        {
            IEnumerable<string> none = Enumerable.Range(vectors, width.VectorsPerPanel - vectors)
                .Select(i => $"none{i} = {width.Type}.Zero");
            code.Line($"{width.Type} {string.Join(", ", none)};");
        }
    }

    /// <summary>The softmax of a stored row.</summary>
    public static string SoftmaxInPlace(MatrixPlan plan, string reference) =>
        $"{plan.Activation}InPlace({reference}, {Literal.Of(plan.Outputs)});";

    /// <summary>The name in descriptions: ReLU, softmax, none.</summary>
    public static string DisplayName(Activation activation) => activation switch
    {
        Activation.Identity => "none",
        Activation.Relu => "ReLU",
        Activation.LeakyRelu => "leaky ReLU",
        Activation.Relu6 => "ReLU6",
        Activation.Elu => "ELU",
        Activation.Selu => "SELU",
        Activation.Gelu => "GELU",
        Activation.GeluTanh => "GELU (tanh)",
        Activation.Silu => "SiLU",
        Activation.HardSigmoid => "hard sigmoid",
        Activation.HardSwish => "hard swish",
        Activation.HardTanh => "hard tanh",
        Activation.LogSoftmax => "log-softmax",
        _ => activation.ToString().ToLowerInvariant(),
    };
}
