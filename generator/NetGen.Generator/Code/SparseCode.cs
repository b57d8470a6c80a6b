using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints the kernel for one sample where zero inputs are skipped: first the indices of the others are collected, chain by
/// chain, then the sums run over these. A product with zero changes a sum only where that is -0, which it can make +0. So a
/// result of -0 is rare and uncertain: the sums are then taken again, of all inputs.
/// </summary>
internal static class SparseCode
{
    /// <summary>Prints the collecting of indices, those of a chain before <c>end0</c>, <c>end1</c>, …, and the sums.</summary>
    public static void Print(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place)
    {
        using (code.Open("for (bool takesAll = false; ; takesAll = true)"))
        {
            for (int chain = 0; chain < plan.Chains; chain++)
            {
                code.Line(
                    $"nuint end{chain} = NonZeroIndices{width.Class}("
                        + $"ref input, {plan.Inputs}, {chain}, {plan.Chains}, ref indices, {First(plan, chain)}, takesAll);");
            }

            code.Line($"{width.Class}<int> least = {width.Class}<int>.Zero;");
            PanelCode.Print(code, plan, width, place, plan.SingleTile(width));
            code.Line();
            code.Line("// As an integer -0 is the least number, and zeros that were skipped might have made it +0.");
            using (code.Open($"if (takesAll || !{width.Class}.EqualsAny(least, {width.Class}.Create(int.MinValue)))"))
            {
                code.Line("break;");
            }
        }
    }

    /// <summary>Prints the adding of the chains to the first, and the least of all sums as integers.</summary>
    public static void PrintLeast(CodeWriter code, MatrixPlan plan, VectorWidth width, IEnumerable<(string First, string All)> sums)
    {
        if (plan.Chains > 1)
        {
            code.Flow(sums.Select(sum => $"{sum.First} = {sum.All};"));
        }

        code.Flow(sums.Select(sum => $"least = {width.Class}.Min(least, {sum.First}.AsInt32());"));
    }

    /// <summary>Opens the loop over the inputs of a chain: i is the input, v refers to its weights.</summary>
    public static IDisposable OpenLoop(CodeWriter code, MatrixPlan plan, int chain, string weights)
    {
        CodeWriter.Block block = code.Open($"for (nuint k = {First(plan, chain)}; k < end{chain}; k++)");
        code.Line("nuint i = IndexAt(ref indices, k);");
        code.Line($"ref float v = ref Unsafe.Add(ref {weights}, i * {VectorWidth.PanelLanes});");
        return block;
    }

    private static int First(MatrixPlan plan, int chain) => chain * ((plan.Inputs + plan.Chains - 1) / plan.Chains);
}
