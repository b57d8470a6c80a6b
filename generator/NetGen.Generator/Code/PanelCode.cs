using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints kernels that hold 16 outputs in the lanes and broadcast each input. In the printed code a0, a1, … accumulate the
/// first chain of each column of outputs (in a tile a00, a01, … with the row before the column), b0, … the second, and so on.
/// </summary>
internal static class PanelCode
{
    /// <summary>Prints the sums of a tile and their stores.</summary>
    public static void Print(
        CodeWriter code, MatrixPlan plan, VectorWidth width, LayerPlace place, TilePlan tile, bool unrolled)
    {
        foreach (ColumnGroup group in tile.Groups)
        {
            Columns columns = new(plan, width, place, tile.Rows, group, unrolled);
            if (group.Repeat > 1)
            {
                int first = group.First / width.VectorsPerPanel;
                int step = group.Columns / width.VectorsPerPanel;
                using (code.Open($"for (nuint panel = {first}; panel < {first + (group.Repeat * step)}; panel += {step})"))
                {
                    if (plan.UseBias)
                    {
                        code.Line($"ref float bias = ref Unsafe.Add(ref weights, panel * {VectorWidth.PanelLanes});");
                    }

                    code.Line($"ref float w = ref Unsafe.Add(ref weights, {plan.BiasLength} + panel * {plan.PanelLength});");
                    code.Line($"ref float y = ref Unsafe.Add(ref output, panel * {VectorWidth.PanelLanes});");
                    if (columns.HasOverlap)
                    {
                        string lastPanel = step == 1 ? "panel" : $"(panel + {step - 1})";
                        code.Line(
                            $"ref float z = ref Unsafe.Add(ref output, Math.Min({lastPanel} * {VectorWidth.PanelLanes}, "
                                + $"{plan.Outputs - VectorWidth.PanelLanes}));");
                    }

                    columns.Print(code);
                }
            }
            else if (tile.Groups.Count == 1)
            {
                columns.Print(code);
            }
            else
            {
                using (code.Open($"// Outputs {columns.FirstOutput} to {columns.LastOutput}."))
                {
                    columns.Print(code);
                }
            }
        }

        if (plan.Activation.IsSoftmax() && !ActivationCode.IsSoftmaxInRegister(plan, width))
        {
            code.Flow(Enumerable.Range(0, tile.Rows).Select(row => ActivationCode.SoftmaxInPlace(
                plan, row == 0 ? "ref output" : $"ref Unsafe.Add(ref output, {row * (long)place.OutputStride})")));
        }
    }

    /// <summary>One group of columns for all rows of a tile.</summary>
    private sealed class Columns(MatrixPlan plan, VectorWidth width, LayerPlace place, int rows, ColumnGroup group, bool isUnrolled)
    {
        private readonly int[] _rows = [.. Enumerable.Range(0, rows)];
        private readonly int[] _columns = [.. Enumerable.Range(0, group.Columns)];
        private readonly int[] _chains = [.. Enumerable.Range(0, plan.Chains)];

        // In a loop the references w, y and bias stand at the loop's panel; straight code counts from the layer's start.
        private readonly bool _isLoop = group.Repeat > 1;

        /// <summary>
        /// Whether the loop comes to the last panel, where that overlaps the one before: z refers to the outputs of each
        /// group's last panel.
        /// </summary>
        public bool HasOverlap => _isLoop
            && plan.Outputs % VectorWidth.PanelLanes != 0
            && group.First + (group.Repeat * group.Columns) == plan.Panels * width.VectorsPerPanel;

        public int FirstOutput => OutputIndex(group.First);

        public int LastOutput => Math.Min(OutputIndex(group.First + group.Columns - 1) + width.Lanes, plan.Outputs) - 1;

        public void Print(CodeWriter code)
        {
            PrintStart(code);
            if (isUnrolled)
            {
                for (int i = 0; i < plan.Inputs; i++)
                {
                    PrintInput(code, i % plan.Chains, "", i, declare: i < plan.Chains);
                }
            }
            else
            {
                PrintLoop(code);
            }

            PrintEnd(code);
        }

        private void PrintLoop(CodeWriter code)
        {
            int end = plan.Inputs / plan.Chains * plan.Chains;
            int step = plan.Chains;
            string header = step == 1
                ? $"for (nuint i = 0, j = 0; i < {end}; i++, j += {VectorWidth.PanelLanes})"
                : $"for (nuint i = 0, j = 0; i < {end}; i += {step}, j += {step * VectorWidth.PanelLanes})";
            using (code.Open(header))
            {
                foreach (int chain in _chains)
                {
                    PrintInput(code, chain, "i", chain, declare: true);
                }
            }

            for (int i = end; i < plan.Inputs; i++)
            {
                PrintInput(code, i - end, "", i, declare: true);
            }
        }

        private void PrintStart(CodeWriter code)
        {
            foreach (int row in _rows)
            {
                Declare(code, _columns.Select(column => $"{Sum(0, row, column)} = " + (
                    !plan.UseBias ? $"{width.Type}.Zero"
                    : row > 0 ? Sum(0, 0, column)
                    : Load(_isLoop ? "bias" : "weights", Literal.Of((_isLoop ? column : group.First + column) * width.Lanes)))));
            }

            foreach (int chain in _chains.Skip(1))
            {
                Declare(code, _rows.SelectMany(row => _columns.Select(column => $"{Sum(chain, row, column)} = {width.Type}.Zero")));
            }
        }

        /// <summary>Multiplies one input of each row with its weights in each column.</summary>
        /// <param name="index">The loop's variable, to which <paramref name="number"/> is added, or nothing.</param>
        private void PrintInput(CodeWriter code, int chain, string index, int number, bool declare)
        {
            // Beyond the loop the names are new ones, since those in it have its scope.
            string letter = plan.Chains == 1 ? "" : MatrixCode.ChainLetter(chain) + (index.Length == 0 && !isUnrolled ? "Rest" : "");
            string x = "x" + letter;
            string Weight(int column) => LoadWeight(column, index == "i" ? "j" : "", number * (long)VectorWidth.PanelLanes);
            if (rows > 1)
            {
                Declare(code, _columns.Select(column => $"w{letter}{column} = {Weight(column)}"));
            }

            foreach (int row in _rows)
            {
                string offset = MatrixCode.Plus(index, number + (row * (long)place.InputStride));
                string value = offset == "0" ? "input" : $"Unsafe.Add(ref input, {offset})";
                string assignment = $"{(declare && row == 0 ? width.Type + " " : "")}{x} = {width.Class}.Create({value});";
                code.FlowAfter(assignment, [.. _columns.Select(column =>
                {
                    string sum = Sum(chain, row, column);
                    return $"{sum} = MultiplyAdd({x}, {(rows > 1 ? $"w{letter}{column}" : Weight(column))}, {sum});";
                })]);
            }
        }

        private void PrintEnd(CodeWriter code)
        {
            foreach (int row in _rows)
            {
                code.Flow(_columns.Select(column =>
                {
                    string sum = MatrixCode.SumOfChains(_chains.Select(chain => Sum(chain, row, column)));
                    string value = ActivationCode.IsSoftmaxInRegister(plan, width)
                        ? $"{plan.Activation}({sum}, {plan.Outputs})"
                        : ActivationCode.Apply(plan.Activation, plan.Alpha, sum);
                    bool isOverlap = HasOverlap && column >= group.Columns - width.VectorsPerPanel;
                    int start = isOverlap ? column % width.VectorsPerPanel * width.Lanes
                        : _isLoop ? column * width.Lanes
                        : OutputIndex(group.First + column);
                    string offset = Literal.Of((row * (long)place.OutputStride) + start);
                    string target = isOverlap ? "z" : _isLoop ? "y" : "output";
                    int count = plan.Outputs - OutputIndex(group.First + column);
                    return place.IsLast && count < width.Lanes
                        ? $"Store({value}, ref {(offset == "0" ? target : $"Unsafe.Add(ref {target}, {offset})")}, {count});"
                        : $"{(value == sum && plan.Chains > 1 ? $"({sum})" : value)}.StoreUnsafe(ref {target}, {offset});";
                }));
            }
        }

        private void Declare(CodeWriter code, IEnumerable<string> declarators) =>
            code.FlowList(declarators.Select((text, i) => i == 0 ? $"{width.Type} {text}" : text), ";");

        private string Sum(int chain, int row, int column) =>
            $"{MatrixCode.ChainLetter(chain)}{(rows > 1 ? Literal.Of(row) : "")}{column}";

        private string LoadWeight(int column, string index, long offset)
        {
            int vector = (_isLoop ? 0 : group.First) + column;
            offset += (vector / width.VectorsPerPanel * plan.PanelLength) + (vector % width.VectorsPerPanel * width.Lanes);
            return _isLoop ? Load("w", MatrixCode.Plus(index, offset)) : Load("weights", MatrixCode.Plus(index, plan.BiasLength + offset));
        }

        private string Load(string reference, string offset) => $"{width.Class}.LoadUnsafe(ref {reference}, {offset})";

        /// <summary>The first output of a vector: the last panel ends at the last output, if there are 16 or more.</summary>
        private int OutputIndex(int vector)
        {
            int panel = vector / width.VectorsPerPanel;
            int start = panel * VectorWidth.PanelLanes;
            if (plan.Outputs >= VectorWidth.PanelLanes && panel == plan.Panels - 1)
            {
                start = plan.Outputs - VectorWidth.PanelLanes;
            }

            return start + (vector % width.VectorsPerPanel * width.Lanes);
        }
    }
}
