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
        Print(parameters, weights, packed + plan.BiasLength, plan.Inputs, plan.PanelOutputs, plan.PanelLength);
        if (plan.UseBias)
        {
            Print(parameters + weights, plan.Outputs, packed, 1, VectorWidth.PanelLanes, VectorWidth.PanelLanes);
        }

        void Print(long first, long count, long target, int inputs, int panelOutputs, long panelLength) => code.Line(
            $"MatrixPacking.{direction}(parameters.Slice({Literal.Of(first)}, {Literal.Of(count)}), "
                + $"packed{(target == 0 ? "" : $"[{Literal.Of(target)}..]")}, {Literal.Of(inputs)}, {Literal.Of(plan.Outputs)}, "
                + $"{Literal.Of(panelOutputs)}, {Literal.Of(panelLength)});");
    }
}
