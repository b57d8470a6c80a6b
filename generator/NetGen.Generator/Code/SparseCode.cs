using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints what of a panel kernel is different where zero inputs are skipped: first the indices of the others are collected,
/// chain by chain, then the sums run over these.
/// </summary>
internal static class SparseCode
{
    /// <summary>Prints the collecting of indices; those of a chain end before <c>end0</c>, <c>end1</c>, ….</summary>
    public static void PrintIndices(CodeWriter code, MatrixPlan plan, VectorWidth width)
    {
        for (int chain = 0; chain < plan.Chains; chain++)
        {
            code.Line(
                $"nuint end{chain} = NonZeroIndices{width.Class}("
                    + $"ref input, {plan.Inputs}, {chain}, {plan.Chains}, ref indices, {First(plan, chain)});");
        }
    }

    /// <summary>Opens the loop over the inputs of a chain: i is the input, v refers to its weights.</summary>
    public static IDisposable OpenLoop(CodeWriter code, MatrixPlan plan, VectorWidth width, int chain, string weights)
    {
        CodeWriter.Block block = code.Open($"for (nuint k = {First(plan, chain)}; k < end{chain}; k++)");
        code.Line("nuint i = IndexAt(ref indices, k);");
        code.Line($"ref float v = ref Unsafe.Add(ref {weights}, i * {VectorWidth.PanelLanes});");
        code.Line($"{width.Type} x = Broadcast{width.Bits}(ref input, i);");
        return block;
    }

    private static int First(MatrixPlan plan, int chain) => chain * ((plan.Inputs + plan.Chains - 1) / plan.Chains);
}
