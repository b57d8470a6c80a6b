using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>Prints calls to the runtime library that copy parameters into the layout of the kernels, and back.</summary>
internal static class PackingCode
{
    /// <param name="direction"><c>Pack</c> or <c>Unpack</c>.</param>
    public static void Print(CodeWriter code, MatrixPlan plan, string direction)
    {
        string weightCount = Literal.Of((long)plan.Inputs * plan.Outputs);
        string inner = plan.Kernel == MatrixKernel.Dot ? "Dot" : "Panels";
        string sizes = $"{Literal.Of(plan.Inputs)}, {Literal.Of(plan.Outputs)}";
        code.Line(
            $"global::NetGen.CompilerServices.MatrixPacking.{direction}{inner}("
                + $"parameters[..{weightCount}], packed[{Literal.Of(plan.BiasLength)}..], {sizes});");
        if (plan.UseBias)
        {
            // A layer of panels keeps its bias in panels too; one of dot products as it is.
            string bias = $"parameters[{weightCount}..]";
            code.Line(plan.Kernel == MatrixKernel.Panels
                ? $"global::NetGen.CompilerServices.MatrixPacking.{direction}Panels({bias}, packed, 1, {Literal.Of(plan.Outputs)});"
                : direction == "Pack" ? $"{bias}.CopyTo(packed);"
                : $"packed[..{Literal.Of(plan.Outputs)}].CopyTo({bias});");
        }
    }
}
