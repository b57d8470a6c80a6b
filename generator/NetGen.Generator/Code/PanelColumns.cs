using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints one group of columns for all rows of a tile: sums, activation, stores. In the printed code a0, a1, … accumulate the
/// first chain of each column (in a tile a00, a01, … with the row before the column), b0, … the second, and so on.
/// </summary>
internal sealed class PanelColumns(
    MatrixPlan plan, VectorWidth width, LayerPlace place, int rows, ColumnGroup group, bool isSoftmaxInRegisters)
{
    // Of the loop for one sample. One input a turn takes 9 % longer: the end of a loop of a hundred turns likely comes unexpected to
    // the CPU, which by then has read weights beyond it; that of a dozen turns does not.
    private const int InputsATurn = 8;

    // Of the next panels, for each input that a tile takes: 64 rows bring two panels, as many as their tiles use.
    private const int PrefetchedFloats = 4;

    private readonly int[] _rows = [.. Enumerable.Range(0, rows)];
    private readonly int[] _columns = [.. Enumerable.Range(0, group.Columns)];
    private readonly int[] _chains = [.. Enumerable.Range(0, plan.Chains)];

    // In a loop the references w, y and bias stand at the loop's panel; straight code counts from the layer's start.
    private readonly bool _isLoop = group.Repeat > 1;
    private readonly bool _isUnrolled = rows == 1 && plan.IsUnrolledAt(width);
    private readonly string _weights = group.Repeat > 1 ? "w" : "weights";

    public int Rows => rows;

    /// <summary>Says which outputs these are.</summary>
    public string Outputs => $"Outputs {OutputIndex(group.First)} to "
        + $"{Math.Min(OutputIndex(group.First + group.Columns - 1) + width.Lanes, plan.Outputs) - 1}.";

    /// <summary>
    /// Whether the loop comes to the last panel, where that overlaps the one before: z refers to the outputs of each
    /// group's last panel.
    /// </summary>
    private bool HasOverlap => _isLoop
        && plan.Outputs % VectorWidth.PanelLanes != 0
        && group.First + (group.Repeat * group.Columns) == plan.Panels * width.VectorsPerPanel;

    /// <summary>
    /// Whether the tiles of a batch have the weights of the next panels brought from beyond the second-level cache, a part each.
    /// Layers with chains have few weights, and vectors of 128 bits do not wait for memory.
    /// </summary>
    private bool Prefetches => _isLoop && rows > 1 && plan.Chains == 1 && width.Bits > 128;

    /// <summary>Declares where a tile's part of the next panels stands.</summary>
    public string NextPanels => Prefetches
        ? $", next = {group.Columns / width.VectorsPerPanel * plan.PanelLength} + tile * {PrefetchedFloats * plan.Inputs / rows}"
        : "";

    public void Print(CodeWriter code)
    {
        if (_isLoop)
        {
            int lastPanel = (group.Columns / width.VectorsPerPanel) - 1;
            string index = lastPanel == 0 ? "panel" : $"(panel + {lastPanel})";
            int last = plan.Outputs - VectorWidth.PanelLanes;
            string z = HasOverlap
                ? $", z = ref Unsafe.Add(ref output, Math.Min({index} * {VectorWidth.PanelLanes}, {last}))"
                : "";
            code.Line($"ref float y = ref Unsafe.Add(ref output, panel * {VectorWidth.PanelLanes}){z};");
        }

        PrintStart(code);
        if (_isUnrolled)
        {
            code.Flow(AddProducts("", 0, plan.Inputs));
        }
        else if (plan.SkipsZeros)
        {
            foreach (int chain in _chains)
            {
                using (SparseCode.OpenLoop(code, plan, chain, _weights))
                {
                    code.Line(AddProducts("AddProducts", chain, "i", "v", 0));
                }
            }

            SparseCode.PrintLeast(code, plan, width, _columns.Select(column => (Sum(0, 0, column), AllChains(0, column))));
        }
        else
        {
            PrintLoop(code);
        }

        PrintEnd(code);
    }

    private void PrintLoop(CodeWriter code)
    {
        int step = rows == 1 ? Math.Max(plan.Chains, InputsATurn) : plan.Chains;
        int end = plan.Inputs / step * step;
        if (end > 0)
        {
            string header = step == 1
                ? $"for (nuint i = 0, j = 0; i < {end}; i++, j += {VectorWidth.PanelLanes})"
                : $"for (nuint i = 0, j = 0; i < {end}; i += {step}, j += {step * VectorWidth.PanelLanes})";
            using (code.Open(header))
            {
                if (rows == 1)
                {
                    code.Line($"ref float v = ref Unsafe.Add(ref {_weights}, j);");
                }
                else if (Prefetches)
                {
                    code.Line($"Prefetch(ref w, next + i * {PrefetchedFloats});");
                }

                PrintInputs(code, "i", 0, step);
            }
        }

        if (end < plan.Inputs)
        {
            PrintInputs(code, "", end, plan.Inputs - end);
        }
    }

    /// <summary>Multiplies neighbouring inputs, from the start of a turn of the chains on, with their weights.</summary>
    /// <param name="index">The loop's variable, to which <paramref name="first"/> is added, or nothing.</param>
    private void PrintInputs(CodeWriter code, string index, int first, int count)
    {
        if (rows == 1)
        {
            code.Flow(AddProducts(index, first, count));
            return;
        }

        for (int i = 0; i < count; i++)
        {
            PrintInput(code, i, index, first + i);
        }
    }

    /// <summary>
    /// The statements for neighbouring inputs of one sample, times their weights in each column: four at a time where they
    /// share a chain.
    /// </summary>
    /// <param name="index">The loop's variable, to which <paramref name="first"/> is added, or nothing.</param>
    private IEnumerable<string> AddProducts(string index, int first, int count)
    {
        string weights = index.Length == 0 ? _weights : "v";
        int fours = plan.Chains == 1 ? count / 4 * 4 : 0;
        return Enumerable.Range(0, fours / 4)
            .Select(four => AddProducts("AddProductsOf4", 0, MatrixCode.Plus(index, first + (4 * four)), weights, first + (4 * four)))
            .Concat(Enumerable.Range(fours, count - fours)
                .Select(i => AddProducts("AddProducts", i % plan.Chains, MatrixCode.Plus(index, first + i), weights, first + i)));
    }

    private string AddProducts(string method, int chain, string input, string weights, int offset)
    {
        string panelLength = group.Columns > 1 ? $"{plan.PanelLength}, " : "";
        string sums = string.Join(", ", _columns.Select(column => "ref " + Sum(chain, 0, column)));
        return $"{method}(ref input, {input}, ref {weights}, {Literal.Of(WeightOffset(0, offset))}, {panelLength}{sums});";
    }

    private void PrintStart(CodeWriter code)
    {
        Declare(code, _columns.Select(column => $"{Sum(0, 0, column)} = " + (plan.UseBias
            ? Load(_isLoop ? "bias" : "weights", Literal.Of((_isLoop ? column : group.First + column) * width.Lanes))
            : $"{width.Type}.Zero")));
        string[] others =
        [
            .. _rows.Skip(1).SelectMany(row => _columns.Select(column => $"{Sum(0, row, column)} = {Sum(0, 0, column)}")),
            .. from chain in _chains.Skip(1)
               from row in _rows
               from column in _columns
               select $"{Sum(chain, row, column)} = {width.Type}.Zero",
        ];
        if (others.Length > 0)
        {
            Declare(code, others);
        }
    }

    /// <summary>Multiplies one input of each row with its weights in each column.</summary>
    /// <param name="index">The loop's variable, to which <paramref name="number"/> is added, or nothing.</param>
    private void PrintInput(CodeWriter code, int chain, string index, int number)
    {
        // Beyond the loop the names are new ones, since those in it have its scope.
        string letter = plan.Chains == 1 ? "" : MatrixCode.ChainLetter(chain) + (index.Length == 0 ? "Rest" : "");
        string[] weights = [.. _columns.Select(column => $"w{letter}{column}")];
        string start = index == "i" ? "j" : "";
        Declare(code, _columns.Select(column =>
            $"{weights[column]} = {Load(_weights, MatrixCode.Plus(start, WeightOffset(column, number)))}"));
        code.Flow(_rows.Select(row => MatrixCode.AddProducts(
            $"ref input, {MatrixCode.Plus(index, number + (row * (long)place.InputStride))}",
            weights,
            _columns.Select(column => Sum(chain, row, column)))));
    }

    private void PrintEnd(CodeWriter code)
    {
        if (isSoftmaxInRegisters)
        {
            ActivationCode.PrintVectorsWithoutOutputs(code, width, group.Columns);
            foreach (int row in _rows)
            {
                if (plan.Chains > 1 && !plan.SkipsZeros)
                {
                    code.Flow(_columns.Select(column => $"{Sum(0, row, column)} = {Total(row, column)};"));
                }

                ActivationCode.PrintSoftmaxInRegisters(code, plan, width, [.. _columns.Select(column => Sum(0, row, column))]);
            }
        }

        code.Flow(_rows.SelectMany(row => _columns.Select(column =>
        {
            string sum = isSoftmaxInRegisters ? Sum(0, row, column) : Total(row, column);
            string value = rows > 1 && ActivationCode.RunsAfterTiles(plan, place)
                ? sum
                : ActivationCode.Apply(plan.Activation, plan.Alpha, sum);
            (string target, int start) = Target(column);
            string offset = Literal.Of((row * (long)place.OutputStride) + start);
            int count = plan.Outputs - OutputIndex(group.First + column);
            return place.IsLast && count < width.Lanes
                ? $"Store({value}, {MatrixCode.Reference(target, offset)}, {count});"
                : $"{(value == sum && sum.Contains(' ') ? $"({sum})" : value)}.StoreUnsafe(ref {target}, {offset});";
        })));
    }

    /// <summary>Where a column's results go: a reference, and the floats behind it.</summary>
    private (string Reference, int Start) Target(int column) =>
        HasOverlap && column >= group.Columns - width.VectorsPerPanel ? ("z", column % width.VectorsPerPanel * width.Lanes)
        : _isLoop ? ("y", column * width.Lanes)
        : ("output", OutputIndex(group.First + column));

    private void Declare(CodeWriter code, IEnumerable<string> declarators) =>
        code.FlowList(declarators.Select((text, i) => i == 0 ? $"{width.Type} {text}" : text), ";");

    private string Total(int row, int column) => plan.SkipsZeros ? Sum(0, row, column) : AllChains(row, column);

    private string AllChains(int row, int column) => MatrixCode.SumOfChains(_chains.Select(chain => Sum(chain, row, column)));

    private string Sum(int chain, int row, int column) =>
        $"{MatrixCode.ChainLetter(chain)}{(rows > 1 ? Literal.Of(row) : "")}{column}";

    /// <summary>The offset of a column's weights for an input from where <c>w</c> or <c>weights</c> refers to.</summary>
    private long WeightOffset(int column, int input)
    {
        int vector = (_isLoop ? 0 : group.First) + column;
        return (_isLoop ? 0 : plan.BiasLength)
            + (input * (long)VectorWidth.PanelLanes)
            + (vector / width.VectorsPerPanel * plan.PanelLength)
            + (vector % width.VectorsPerPanel * width.Lanes);
    }

    private string Load(string reference, string offset) => $"Load{width.Bits}(ref {reference}, {offset})";

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
