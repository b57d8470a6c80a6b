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

    /// <summary>The activation of stored rows.</summary>
    public static string OfRows(MatrixPlan plan, VectorWidth width, LayerPlace place) => OfRows(
        plan.Activation, plan.Alpha, width, $"ref outputs, rows, {place.OutputStride}, {Math.Max(plan.Outputs, width.Lanes)}");

    /// <summary>A call of the runtime library's function for the activation of stored rows.</summary>
    public static string OfRows(Activation activation, float alpha, VectorWidth width, string arguments) =>
        $"Activate{width.Class}(new {activation}{width.Class}({(activation == Activation.Elu ? Literal.Of(alpha) : "")}), {arguments});";

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
