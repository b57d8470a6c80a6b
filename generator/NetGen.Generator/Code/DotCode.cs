using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints kernels that hold 16 inputs in the lanes and sum over the lanes at the end. Narrower vectors take the 16 lanes in
/// parts. In the printed code a0, b0, … are the chains of the first output, a1, b1, … of the second.
/// </summary>
internal static class DotCode
{
    /// <summary>Prints one sample.</summary>
    public static void Print(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place)
    {
        PrintSums(code, plan, width);
        PrintEnd(code, plan, width, place);
    }

    private static void PrintSums(CodeWriter code, MatrixPlan plan, VectorWidth width)
    {
        int[] outputs = [.. Enumerable.Range(0, plan.Outputs)];
        int[] chains = [.. Enumerable.Range(0, plan.Chains)];
        code.Line($"{width.Type} {string.Join(", ", outputs.SelectMany(o => Parts(width).Select(part => Total(o, part))))};");
        foreach (int part in Parts(width))
        {
            int first = part * width.Lanes;
            using (code.Open(width.VectorsPerPanel == 1 ? "" : $"// Lanes {first} to {first + width.Lanes - 1} of each 16."))
            {
                foreach (int chain in chains)
                {
                    code.Flow([$"{width.Type} {string.Join(", ", outputs.Select(o => $"{Sum(chain, o)} = {width.Type}.Zero"))};"]);
                }

                int step = plan.Chains * VectorWidth.PanelLanes;
                int end = plan.IsUnrolled ? 0 : plan.Inputs / step * step;
                if (end > 0)
                {
                    using (code.Open($"for (nuint i = 0; i < {end}; i += {step})"))
                    {
                        foreach (int chain in chains)
                        {
                            int offset = (chain * VectorWidth.PanelLanes) + (part * width.Lanes);
                            PrintVector(code, plan, width, chain, "i", offset);
                        }
                    }
                }

                for (int i = end; i + VectorWidth.PanelLanes <= plan.Inputs; i += VectorWidth.PanelLanes)
                {
                    using (code.Open($"// Inputs {i} to {i + VectorWidth.PanelLanes - 1}."))
                    {
                        int chain = i / VectorWidth.PanelLanes % plan.Chains;
                        PrintVector(code, plan, width, chain, "", i + (part * width.Lanes));
                    }
                }

                PrintRest(code, plan, width, part);
                code.Flow(outputs.Select(o =>
                    $"{Total(o, part)} = {MatrixCode.SumOfChains(chains.Select(chain => Sum(chain, o)))};"));
            }
        }
    }

    private static void PrintVector(
        CodeWriter code, MatrixPlan plan, VectorWidth width, int chain, string index, int input, int weight = -1, int clear = 0)
    {
        weight = weight < 0 ? input : weight;
        string x = "x" + MatrixCode.ChainLetter(chain);
        string load = $"{width.Class}.LoadUnsafe(ref input, {MatrixCode.Plus(index, input)})";
        code.Line($"{width.Type} {x} = {(clear > 0 ? $"ClearFirst({load}, {clear})" : load)};");
        code.Flow(Enumerable.Range(0, plan.Outputs).Select(o =>
        {
            string offset = MatrixCode.Plus(index, plan.BiasLength + (o * (long)plan.DotLength) + weight);
            return $"{Sum(chain, o)} = MultiplyAdd({x}, {width.Class}.LoadUnsafe(ref weights, {offset}), {Sum(chain, o)});";
        }));
    }

    /// <summary>The last inputs, fewer than 16: the last 16 with those already counted cleared.</summary>
    private static void PrintRest(CodeWriter code, MatrixPlan plan, VectorWidth width, int part)
    {
        int rest = plan.Inputs % VectorWidth.PanelLanes;
        if (rest == 0)
        {
            return;
        }

        int counted = VectorWidth.PanelLanes - rest;
        int clear = Math.Min(Math.Max(counted - (part * width.Lanes), 0), width.Lanes);
        int start = plan.Inputs - VectorWidth.PanelLanes + (part * width.Lanes);
        using (code.Open($"// Inputs {plan.Inputs - rest} to {plan.Inputs - 1}."))
        {
            int weight = plan.DotLength - VectorWidth.PanelLanes + (part * width.Lanes);
            int chain = plan.Inputs / VectorWidth.PanelLanes % plan.Chains;
            PrintVector(code, plan, width, chain, "", start, weight, clear);
        }
    }

    private static void PrintEnd(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place)
    {
        IEnumerable<string> sums = Enumerable.Range(0, plan.Outputs).Select(o =>
            $"SumLanes({string.Join(", ", Parts(width).Select(part => Total(o, part)))})");
        IEnumerable<string> four = sums.Concat(Enumerable.Repeat("0f", 4 - plan.Outputs));
        code.Line($"Vector128<float> sums = Vector128.Create({string.Join(", ", four)});");
        if (plan.UseBias)
        {
            code.Line("sums += Vector128.LoadUnsafe(ref weights, 0);");
        }

        code.Line($"Store({ActivationCode.Apply(plan.Activation, plan.Alpha, "sums")}, ref output, {plan.Outputs});");
        if (plan.Activation.IsSoftmax())
        {
            code.Line(ActivationCode.SoftmaxInPlace(plan, "ref output"));
        }
    }

    private static int[] Parts(VectorWidth width) => [.. Enumerable.Range(0, width.VectorsPerPanel)];

    private static string Sum(int chain, int output) => MatrixCode.ChainLetter(chain) + output;

    private static string Total(int output, int part) => $"total{output}" + (part > 0 ? "_" + part : "");
}
