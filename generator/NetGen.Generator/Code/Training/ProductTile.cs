using NetGen.Generator.Plan;

namespace NetGen.Generator.Code;

/// <summary>
/// Prints sums of products in registers: rows, each a broadcast number, by columns, each a vector, over as many steps as the
/// sums have terms. In the printed code a00, a01, … are the sums, the row before the column.
/// </summary>
/// <param name="Columns">Vectors, of one to three panels.</param>
internal sealed record ProductTile(VectorWidth Width, int Rows, int Columns)
{
    // Of the 32 registers of 512 bits up to 24 accumulate, of the 16 narrower ones 12.
    private const int MaxRows = 8;

    /// <summary>The tile for so many panels side by side.</summary>
    public static ProductTile Of(VectorWidth width, int panels)
    {
        int columns = panels * width.VectorsPerPanel;
        return new(width, Math.Min(MaxRows, (width.Bits == 512 ? 24 : 12) / columns), columns);
    }

    /// <summary>Prints the sums.</summary>
    /// <param name="steps">The number of terms.</param>
    /// <param name="numbers">Where the broadcast numbers stand: by row.</param>
    /// <param name="vectors">Where the vectors stand: by column.</param>
    /// <param name="start">What a column's sums start with.</param>
    public void PrintSums(CodeWriter code, string steps, Operand numbers, Operand vectors, Func<int, string> start)
    {
        string type = Width.Type;
        code.FlowList(
            Enumerable.Range(0, Columns).Select(column => $"{(column == 0 ? type + " " : "")}{Sum(0, column)} = {start(column)}"), ";");
        if (Rows > 1)
        {
            code.FlowList(
                from row in Enumerable.Range(1, Rows - 1)
                from column in Enumerable.Range(0, Columns)
                select $"{(row == 1 && column == 0 ? type + " " : "")}{Sum(row, column)} = {Sum(0, column)}",
                ";");
        }

        string i = numbers.Stride == 1 ? "step" : "i";
        string variables = (i == "i" ? ", i = 0" : "") + ", j = 0";
        string moves = (i == "i" ? $", i += {Literal.Of(numbers.Stride)}" : "") + $", j += {Literal.Of(vectors.Stride)}";
        using (code.Open($"for (nuint step = 0{variables}; step < {steps}; step++{moves})"))
        {
            code.FlowList(
                Enumerable.Range(0, Columns).Select(column => (column == 0 ? type + " " : "")
                    + $"w{column} = {Load(vectors.Reference, MatrixCode.Plus("j", vectors.Offset(column)))}"),
                ";");
            int[] columns = [.. Enumerable.Range(0, Columns)];
            code.Flow(Enumerable.Range(0, Rows).Select(row => MatrixCode.AddProducts(
                $"ref {numbers.Reference}, {MatrixCode.Plus(i, numbers.Offset(row))}",
                columns.Select(column => $"w{column}"),
                columns.Select(column => Sum(row, column)))));
        }
    }

    /// <summary>Prints statements for each sum.</summary>
    /// <param name="store">The statement for a sum, given its row, column and name.</param>
    public void PrintEach(CodeWriter code, Func<int, int, string, string> store) => code.Flow(
        from row in Enumerable.Range(0, Rows)
        from column in Enumerable.Range(0, Columns)
        select store(row, column, Sum(row, column)));

    public string Load(string reference, string offset) => $"Load{Width.Bits}(ref {reference}, {offset})";

    private static string Sum(int row, int column) => $"a{Literal.Of(row)}{Literal.Of(column)}";
}

/// <summary>One side of a product.</summary>
/// <param name="Reference">Where the tile's numbers or vectors start.</param>
/// <param name="Stride">The floats from one step to the next.</param>
/// <param name="Offset">The floats from the start to a row's number or a column's vector.</param>
internal sealed record Operand(string Reference, long Stride, Func<int, long> Offset);
