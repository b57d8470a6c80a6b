using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints calls to the runtime library that copy parameters into the layout of the kernels, and back.</summary>
internal static class PackingCode
{
    /// <param name="direction"><c>Pack</c> or <c>Unpack</c>.</param>
    /// <param name="parameters">The index of the layer's first parameter in <c>parameters</c>, in canonical order.</param>
    /// <param name="packed">The index of the layer's first value in <c>packed</c>.</param>
    public static void Print(CodeWriter code, MatrixPlan plan, string direction, long parameters, long packed)
    {
        long weights = (long)plan.Inputs * plan.Outputs;
        string layout = plan.Kernel == MatrixKernel.Dot ? "Dot" : "Panels";
        Print(code, $"{direction}{layout}", parameters, weights, packed + plan.BiasLength, plan.Inputs, plan.Outputs);
        if (plan.UseBias)
        {
            Print(code, $"{direction}Panels", parameters + weights, plan.Outputs, packed, inputs: 1, plan.Outputs);
        }
    }

    private static void Print(
        CodeWriter code, string method, long parameters, long count, long packed, int inputs, int outputs) => code.Line(
        $"MatrixPacking.{method}(parameters.Slice({Literal.Of(parameters)}, {Literal.Of(count)}), "
            + $"packed[{Literal.Of(packed)}..], {Literal.Of(inputs)}, {Literal.Of(outputs)});");
}
