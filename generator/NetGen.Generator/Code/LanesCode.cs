using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints kernels that hold the samples of a batch side by side in the lanes, [value][sample], two vectors of them at a time,
/// and broadcast each weight. In the printed code a, b, … are the chains of each sum, in the order in which they are added;
/// behind that stands the output, of the few that are computed together, and which of the two vectors of samples, x and z.
/// </summary>
internal static class LanesCode
{
    private const int Vectors = 2;
    private const int PanelLanes = VectorWidth.PanelLanes;

    /// <summary>The samples that are side by side.</summary>
    public static int Samples(VectorWidth width) => Vectors * width.Lanes;

    public static string MethodName(LayerPlace place, VectorWidth width) => $"{place.Name}V{width.Bits}Lanes";

    public static void Print(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place)
    {
        code.Line($"/// <summary>{place.Name} for {Samples(width)} samples side by side.</summary>");
        code.Line(KernelsCode.MethodAttribute(canInline: false));
        using (code.Open($"internal static void {MethodName(place, width)}(ref float inputs, ref float weights, ref float outputs)"))
        {
            int panels = plan.IsNarrow || plan.Outputs < PanelLanes ? 0 : plan.Outputs / PanelLanes;
            if (panels > 0)
            {
                using (code.Open(panels == 1 ? "" : $"for (nuint panel = 0; panel < {panels}; panel++)"))
                {
                    string Reference(string start, long at, int step) => panels == 1
                        ? MatrixCode.Reference(start, Literal.Of(at))
                        : $"ref Unsafe.Add(ref {start}, {(at > 0 ? Literal.Of(at) + " + " : "")}panel * {step})";
                    if (plan.UseBias)
                    {
                        code.Line($"ref float bias = {Reference("weights", 0, PanelLanes)};");
                    }

                    code.Line($"ref float w = {Reference("weights", plan.BiasLength, (int)plan.PanelLength)};");
                    code.Line($"ref float y = {Reference("outputs", 0, PanelLanes * Samples(width))};");
                    PrintOutputs(code, plan, width, 0, PanelLanes);
                }
            }

            int rest = plan.Outputs - (panels * PanelLanes);
            if (rest > 0)
            {
                // The last panel of more than one ends at the last output: its last lanes are those not yet computed.
                int lane = panels > 0 ? PanelLanes - rest : 0;
                using (code.Open(""))
                {
                    if (plan.UseBias)
                    {
                        code.Line($"ref float bias = {MatrixCode.Reference("weights", Literal.Of(panels * PanelLanes))};");
                    }

                    string panel = Literal.Of(plan.BiasLength + (panels * plan.PanelLength));
                    code.Line($"ref float w = {MatrixCode.Reference("weights", panel)};");
                    string output = Literal.Of((plan.Outputs - lane - rest) * (long)Samples(width));
                    code.Line($"ref float y = {MatrixCode.Reference("outputs", output)};");
                    PrintOutputs(code, plan, width, lane, rest);
                }
            }

            PrintActivation(code, plan, width);
        }
    }

    /// <summary>Prints the outputs in some lanes of one panel, as many at a time as stay in registers.</summary>
    private static void PrintOutputs(CodeWriter code, MatrixPlan plan, VectorWidth width, int firstLane, int count)
    {
        // Pairwise sums hold one partial sum for each doubling of the chains.
        int partialSums = 1;
        for (int chains = plan.Chains * plan.InputsPerStep; chains > 1; chains /= 2)
        {
            partialSums++;
        }

        int most = Math.Min(Math.Min(6, count), Math.Max(1, (width.Bits == 512 ? 26 : 12) / (partialSums * Vectors)));
        int together = Enumerable.Range(1, most).Where(n => 2 * n > most)
            .OrderBy(n => (count + n - 1) / n * n).ThenByDescending(n => n).First();
        if (together == count)
        {
            new Sums(plan, width, together, "", firstLane).Print(code);
            return;
        }

        // The last few end at the last output, and repeat some if need be.
        bool isWhole = count % together == 0;
        string variable = isWhole ? "lane" : "next";
        using (code.Open(
            $"for (nuint {variable} = {firstLane}; {variable} < {firstLane + count}; {variable} += {together})"))
        {
            if (!isWhole)
            {
                code.Line($"nuint lane = Math.Min(next, {firstLane + count - together});");
            }

            new Sums(plan, width, together, "lane", 0).Print(code);
        }
    }

    private static void PrintActivation(CodeWriter code, MatrixPlan plan, VectorWidth width)
    {
        if (plan.Activation.IsSoftmax())
        {
            using (code.Open($"for (nuint sample = 0; sample < {Samples(width)}; sample += {width.Lanes})"))
            {
                code.Line(
                    $"{plan.Activation}Across{width.Class}(ref Unsafe.Add(ref outputs, sample), {plan.Outputs}, {Samples(width)});");
            }
        }
        else if (ActivationCode.IsLong(plan.Activation))
        {
            using (code.Open($"for (nuint i = 0; i < {plan.Outputs * Samples(width)}; i += {width.Lanes})"))
            {
                string value = ActivationCode.Apply(
                    plan.Activation, plan.Alpha, $"{width.Class}.LoadUnsafe(ref outputs, i)");
                code.Line($"{value}.StoreUnsafe(ref outputs, i);");
            }
        }
    }

    /// <summary>The sums of a few outputs, whose weights stand from a lane of the panel on: a variable, and a constant.</summary>
    private sealed class Sums(MatrixPlan plan, VectorWidth width, int together, string laneVariable, int lane)
    {
        private readonly int[] _outputs = [.. Enumerable.Range(0, together)];
        private readonly int[] _vectors = [.. Enumerable.Range(0, Vectors)];
        private readonly int _samples = Samples(width);
        private int _chainCount;

        public void Print(CodeWriter code)
        {
            code.Line($"{width.Type} x, z, v;");
            int sum = PrintFold(code, 0, 1);
            string start = laneVariable.Length == 0 ? "" : $"{laneVariable} * {_samples}";
            foreach (int output in _outputs)
            {
                code.Flow(_vectors.Select(vector =>
                {
                    string value = ActivationCode.IsLong(plan.Activation)
                        ? Name(sum, output, vector)
                        : ActivationCode.Apply(plan.Activation, plan.Alpha, Name(sum, output, vector));
                    string offset = MatrixCode.Plus(start, ((lane + output) * _samples) + (vector * width.Lanes));
                    return $"{value}.StoreUnsafe(ref y, {offset});";
                }));
            }
        }

        /// <summary>Sums what a lane holds when the inputs of a narrow panel have been folded to so many.</summary>
        private int PrintFold(CodeWriter code, int input, int folded) => folded == plan.InputsPerStep
            ? PrintChains(code, input, 0, plan.Chains)
            : PrintSum(code, PrintFold(code, input, 2 * folded), PrintFold(code, input + folded, 2 * folded));

        /// <summary>Sums neighbouring chains pairwise.</summary>
        private int PrintChains(CodeWriter code, int input, int first, int count)
        {
            if (count <= 2)
            {
                int number = PrintChainsTogether(code, input, first, count);
                return count == 1 ? number : PrintSum(code, number, number + 1);
            }

            int left = PrintChains(code, input, first, count / 2);
            return PrintSum(code, left, PrintChains(code, input, first + (count / 2), count / 2));
        }

        private int PrintSum(CodeWriter code, int left, int right)
        {
            code.Flow(from output in _outputs
                      from vector in _vectors
                      select $"{Name(left, output, vector)} += {Name(right, output, vector)};");
            return left;
        }

        /// <summary>Prints one chain, or two neighbours in one loop, of one of the inputs of a step.</summary>
        private int PrintChainsTogether(CodeWriter code, int input, int first, int count)
        {
            int number = _chainCount;
            _chainCount += count;
            int[] chains = [.. Enumerable.Range(0, count)];
            code.FlowList(
                from chain in chains
                from output in _outputs
                let isFirst = chain + output == 0
                let start = input + first + chain == 0 && plan.UseBias
                    ? Broadcast("bias", laneVariable, lane + output)
                    : $"{width.Type}.Zero"
                select $"{(isFirst ? width.Type + " " : "")}{Name(number + chain, output, 0)} = {start}, "
                    + $"{Name(number + chain, output, 1)} = {Name(number + chain, output, 0)}",
                ";");

            // The last of the chains may have a term less.
            int whole = plan.Inputs / plan.InputsPerStep, rest = plan.Inputs % plan.InputsPerStep;
            int Terms(int chain) => (whole - first - chain + plan.Chains - 1) / plan.Chains;
            long Input(int chain) => (long)(((first + chain) * plan.InputsPerStep) + input) * _samples;
            long Weight(int chain) => ((first + chain) * PanelLanes) + (input * plan.PanelOutputs);
            int looped = Terms(count - 1);
            long step = (long)plan.Chains * plan.InputsPerStep * _samples;
            if (looped == 1)
            {
                foreach (int chain in chains)
                {
                    PrintTerm(code, number + chain, "", Input(chain), Weight(chain));
                }
            }
            else if (looped > 1)
            {
                using (code.Open(
                    $"for (nuint i = {Input(0)}, j = {Weight(0)}; i < {Input(0) + (looped * step)}; "
                        + $"i += {step}, j += {plan.Chains * PanelLanes})"))
                {
                    foreach (int chain in chains)
                    {
                        PrintTerm(code, number + chain, "i", Input(chain) - Input(0), Weight(chain) - Weight(0));
                    }
                }
            }

            foreach (int chain in chains.Where(chain => Terms(chain) > looped))
            {
                PrintTerm(code, number + chain, "", Input(chain) + (looped * step), Weight(chain) + (looped * plan.Chains * PanelLanes));
            }

            foreach (int chain in chains.Where(chain => whole % plan.Chains == first + chain && input >= plan.InputsPerStep - rest))
            {
                long lastInput = (plan.Inputs - plan.InputsPerStep + input) * (long)_samples;
                PrintTerm(code, number + chain, "", lastInput, (whole * PanelLanes) + (input * plan.PanelOutputs));
            }

            return number;
        }

        /// <summary>Multiplies one input of the samples with its weights.</summary>
        /// <param name="index">The loop's variable, or nothing.</param>
        private void PrintTerm(CodeWriter code, int chain, string index, long input, long weight)
        {
            string Load(int vector) =>
                $"{width.Class}.LoadUnsafe(ref inputs, {MatrixCode.Plus(index, input + (vector * width.Lanes))});";
            code.Line($"x = {Load(0)} z = {Load(1)}");
            string[] variables = [.. new[] { index == "i" ? "j" : "", laneVariable }.Where(variable => variable.Length > 0)];
            foreach (int output in _outputs)
            {
                string Add(string x, int vector) =>
                    $"{Name(chain, output, vector)} = MultiplyAdd({x}, v, {Name(chain, output, vector)});";
                code.Flow([$"v = {Broadcast("w", string.Join(" + ", variables), weight + lane + output)};", Add("x", 0), Add("z", 1)]);
            }
        }

        private string Broadcast(string reference, string variable, long offset) =>
            $"Broadcast{width.Bits}(ref {reference}, {MatrixCode.Plus(variable, offset)})";

        private static string Name(int chain, int output, int vector) => $"{MatrixCode.ChainLetter(chain)}{output}{vector}";
    }
}
