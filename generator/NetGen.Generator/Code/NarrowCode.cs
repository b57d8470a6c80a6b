using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints kernels of layers with few outputs: each vector of weights takes several inputs, whose sums are folded at the end.
/// Narrower vectors take the 16 lanes in parts. In the printed code a0, b0, … are the chains of the first part, a1, b1, …
/// of the second (in a tile a00, a01, … with the row before the part).
/// </summary>
internal static class NarrowCode
{
    // More accumulators would not stay in the registers of narrow vectors.
    private const int Accumulators = 16;

    public static void Print(CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place, int rows)
    {
        int parts = width.VectorsPerPanel, partsAtATime = Math.Min(parts, Math.Max(1, Accumulators / plan.Chains));
        if (partsAtATime == parts)
        {
            Sums sums = new(plan, width, place, rows, 0, parts);
            sums.Print(code);
            PrintEnd(code, plan, width, place, rows, sums.Total);
            return;
        }

        code.Line($"{width.Type} {string.Join(", ", Enumerable.Range(0, parts).Select(part => $"total{part}"))};");
        for (int first = 0; first < parts; first += partsAtATime)
        {
            Sums sums = new(plan, width, place, rows, first, partsAtATime);
            using (code.Open("", $"Lanes {first * width.Lanes} to {((first + partsAtATime) * width.Lanes) - 1} of each 16."))
            {
                sums.Print(code);
                code.Flow(sums.Parts.Select(part => $"total{part} = {sums.Total(0, part)};"));
            }
        }

        PrintEnd(code, plan, width, place, rows, (_, part) => $"total{part}");
    }

    /// <summary>Folds the sums of the inputs in the lanes, and stores.</summary>
    private static void PrintEnd(
        CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place, int rows, Func<int, int, string> total)
    {
        bool isSoftmax = plan.Activation.IsSoftmax();
        int lanes = plan.PanelOutputs == 8 ? Math.Min(8, width.Lanes) : 4;
        int vectors = Math.Min((plan.Outputs + lanes - 1) / lanes, 2);
        if (isSoftmax)
        {
            ActivationCode.PrintVectorsWithoutOutputs(code, width, vectors);
        }

        for (int row = 0; row < rows; row++)
        {
            string[] parts = [.. Enumerable.Range(0, width.VectorsPerPanel).Select(part => total(row, part))];

            // Eight outputs in vectors of four lanes are two sums.
            string[] sums = plan.PanelOutputs == 8 && width.Bits == 128
                ? [$"({parts[0]}) + ({parts[2]})", $"({parts[1]}) + ({parts[3]})"]
                : [$"FoldTo{plan.PanelOutputs}({string.Join(", ", parts)})"];
            string[] values = [.. sums.Take(vectors)];
            if (isSoftmax)
            {
                string wider = (lanes < 8 && width.Lanes >= 8 ? ".ToVector256()" : "") + (width.Bits == 512 ? ".ToVector512()" : "");
                string[] names = [.. values.Select((_, i) => $"s{(rows > 1 ? Literal.Of(row) : "")}{i}")];
                code.Line($"{width.Type} {string.Join(", ", names.Select((name, i) => $"{name} = {values[i]}{wider}"))};");
                ActivationCode.PrintSoftmaxInRegisters(code, plan, width, names);
                values = names;
            }

            code.Flow(values.Select((value, i) =>
            {
                int count = plan.Outputs - (i * lanes);
                string target = MatrixCode.Reference("output", Literal.Of((row * (long)place.OutputStride) + (i * lanes)));
                string result = ActivationCode.Apply(plan.Activation, plan.Alpha, value);
                return $"Store({result}, {target}, {(place.IsLast || isSoftmax ? Math.Min(count, lanes) : lanes)});";
            }));
        }
    }

    /// <summary>The sums of neighbouring parts of the lanes, for all rows of a tile.</summary>
    private sealed class Sums(MatrixPlan plan, VectorWidth width, LayerPlace place, int rows, int firstPart, int partCount)
    {
        private readonly int[] _rows = [.. Enumerable.Range(0, rows)];
        private readonly int[] _chains = [.. Enumerable.Range(0, plan.Chains)];

        public int[] Parts { get; } = [.. Enumerable.Range(firstPart, partCount)];

        public string Total(int row, int part) => MatrixCode.SumOfChains(_chains.Select(chain => Sum(chain, row, part)));

        public void Print(CodeWriter code)
        {
            code.FlowList(
                from chain in _chains
                from row in _rows
                from part in Parts
                let isFirst = chain + row == 0 && part == firstPart
                let start = chain > 0 || !plan.UseBias ? $"{width.Type}.Zero"
                    : row > 0 ? Sum(0, 0, part)
                    : $"{width.Class}.LoadUnsafe(ref weights, {part * width.Lanes})"
                select $"{(isFirst ? width.Type + " " : "")}{Sum(chain, row, part)} = {start}",
                ";");
            int whole = plan.Inputs / plan.InputsPerStep;
            int looped = plan.IsUnrolledAt(width) ? 0 : whole / plan.Chains * plan.Chains;
            if (looped > 0)
            {
                int step = plan.Chains * plan.InputsPerStep;
                using (code.Open(plan.InputsPerStep == VectorWidth.PanelLanes
                    ? $"for (nuint i = 0; i < {looped * plan.InputsPerStep}; i += {step})"
                    : $"for (nuint i = 0, j = 0; i < {looped * plan.InputsPerStep}; "
                        + $"i += {step}, j += {plan.Chains * VectorWidth.PanelLanes})"))
                {
                    if (rows == 1)
                    {
                        string index = plan.InputsPerStep == VectorWidth.PanelLanes ? "i" : "j";
                        code.Line($"ref float v = ref Unsafe.Add(ref weights, {index});");
                    }

                    foreach (int chain in _chains)
                    {
                        PrintStep(code, chain, chain, isInLoop: true);
                    }
                }
            }

            for (int i = looped; i < plan.Steps; i++)
            {
                PrintStep(code, i % plan.Chains, i, isInLoop: false);
            }
        }

        private void PrintStep(CodeWriter code, int chain, int step, bool isInLoop)
        {
            long weight = plan.BiasLength + (step * (long)VectorWidth.PanelLanes);
            string i = isInLoop ? "i" : "", j = !isInLoop ? "" : plan.InputsPerStep == VectorWidth.PanelLanes ? "i" : "j";
            int rest = plan.Inputs - (step * plan.InputsPerStep);
            bool isPartial = !isInLoop && rest < plan.InputsPerStep;
            int first = isPartial ? plan.Inputs - plan.InputsPerStep : step * plan.InputsPerStep;
            string Weights(int part) => MatrixCode.Plus(j, weight + (part * width.Lanes));
            string w = "w" + MatrixCode.ChainLetter(chain) + (isInLoop ? "" : Literal.Of(step));
            if (rows > 1)
            {
                code.Line($"{width.Type} {w} = {width.Class}.LoadUnsafe(ref weights, {Weights(0)});");
            }

            code.Flow(_rows.SelectMany(row => Parts.Select(part =>
            {
                int lane = part * width.Lanes;
                string input = Inputs(MatrixCode.Plus(i, first + (lane / plan.PanelOutputs) + (row * (long)place.InputStride)));
                if (isPartial)
                {
                    int counted = (plan.InputsPerStep - rest) * plan.PanelOutputs;
                    input = $"ClearFirst({input}, {Math.Min(Math.Max(counted - lane, 0), width.Lanes)})";
                }

                string weights = rows > 1 ? w : isInLoop ? $"ref v, {Literal.Of(weight + lane)}" : $"ref weights, {Weights(part)}";
                return $"{Sum(chain, row, part)} = MultiplyAdd({input}, {weights}, {Sum(chain, row, part)});";
            })));
        }

        /// <summary>Each of the inputs from an index on, in as many neighbouring lanes as there are outputs.</summary>
        private string Inputs(string index) =>
            plan.PanelOutputs >= width.Lanes ? $"Broadcast{width.Bits}(ref input, {index})"
            : plan.PanelOutputs == 1 ? $"{width.Class}.LoadUnsafe(ref input, {index})"
            : width.Bits == 128 ? $"Repeat128(ref input, {index})"
            : $"Repeat{width.Bits}(ref input, {index}, {plan.PanelOutputs})";

        private string Sum(int chain, int row, int part) => $"{MatrixCode.ChainLetter(chain)}{(rows > 1 ? Literal.Of(row) : "")}{part}";
    }
}
