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
        Print(code, direction, parameters, weights, packed + plan.BiasLength, plan.Inputs, plan.Outputs, plan.PanelOutputs);
        if (plan.UseBias)
        {
            Print(code, direction, parameters + weights, plan.Outputs, packed, 1, plan.Outputs, VectorWidth.PanelLanes);
        }
    }

    private static void Print(
        CodeWriter code, string method, long parameters, long count, long packed, int inputs, int outputs, int panelOutputs) =>
        code.Line(
            $"MatrixPacking.{method}(parameters.Slice({Literal.Of(parameters)}, {Literal.Of(count)}), "
                + $"packed[{Literal.Of(packed)}..], {Literal.Of(inputs)}, {Literal.Of(outputs)}, {Literal.Of(panelOutputs)});");
}
