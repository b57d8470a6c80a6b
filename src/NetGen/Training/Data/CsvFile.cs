using System.Globalization;
using NetGen.Weights;

namespace NetGen;

/// <summary>
/// Reads tables of numbers from CSV files (RFC 4180, UTF-8), gzip-compressed or not: a sample a line, one of its columns the target.
/// The first line is a header if none of its cells is a number.
/// </summary>
public static class CsvFile
{
    /// <summary>Reads samples whose target is a class.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="targetColumn">The name of the target's column; without it, the last column.</param>
    /// <param name="classNames">What the classes are called in the file, first to last; without it, they are numbers from 0.</param>
    /// <param name="separator">What stands between the cells of a line.</param>
    /// <returns>The other columns, in order, as inputs; the number of the class as target.</returns>
    /// <exception cref="ArgumentException">The separator is a quote or a line end.</exception>
    /// <exception cref="InvalidDataException">
    /// The file has no samples, a line is longer or shorter than the first, or a cell is not what it should be; the message has the
    /// line and the column, from 1.
    /// </exception>
    public static TrainingData<int> ReadLabels(
        string path, string? targetColumn = null, string[]? classNames = null, char separator = ',') =>
        Read(path, targetColumn, separator, (cell, column, reader) => Label(cell, column, reader, classNames));

    /// <summary>Reads samples whose target is a number.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="targetColumn">The name of the target's column; without it, the last column.</param>
    /// <param name="classNames">
    /// For targets that are names in the file, the first of which stands for 0, the next for 1; without it, they are numbers.
    /// </param>
    /// <param name="separator">What stands between the cells of a line.</param>
    /// <returns>The other columns, in order, as inputs; the number as target.</returns>
    /// <exception cref="ArgumentException">The separator is a quote or a line end.</exception>
    /// <exception cref="InvalidDataException">
    /// The file has no samples, a line is longer or shorter than the first, or a cell is not what it should be; the message has the
    /// line and the column, from 1.
    /// </exception>
    public static TrainingData<float> ReadNumbers(
        string path, string? targetColumn = null, string[]? classNames = null, char separator = ',') =>
        Read<float>(
            path,
            targetColumn,
            separator,
            (cell, column, reader) => classNames is null ? Number(cell, column, reader) : Label(cell, column, reader, classNames));

    private static TrainingData<TTarget> Read<TTarget>(
        string path, string? targetColumn, char separator, Func<string, int, CsvReader, TTarget> readTarget)
        where TTarget : unmanaged
    {
        if (separator is '"' or '\r' or '\n')
        {
            throw new ArgumentException("Expected a separator that is no quote and no line end.", nameof(separator));
        }

        using var reader = new CsvReader(path, separator);
        var cells = new List<string>();
        if (!reader.Read(cells))
        {
            throw reader.Invalid($"expected lines of numbers, found none");
        }

        int width = cells.Count;
        if (width == 1)
        {
            throw reader.Invalid($"line {reader.Line}: expected at least two columns, with '{separator}' between them, found one");
        }

        bool header = !cells.Exists(cell => TryParse(cell, out _));
        int target = targetColumn is null ? width - 1 : FindColumn(reader, header ? cells : [], targetColumn);
        if (header && !reader.Read(cells))
        {
            throw reader.Invalid($"expected lines of numbers after the header, found none");
        }

        var inputs = new List<float>();
        var targets = new List<TTarget>();
        do
        {
            if (cells.Count != width)
            {
                throw reader.Invalid($"line {reader.Line}: expected {width} columns, as in the first line, found {cells.Count}");
            }

            for (int i = 0; i < width; i++)
            {
                if (i == target)
                {
                    targets.Add(readTarget(cells[i], i + 1, reader));
                }
                else
                {
                    inputs.Add(Number(cells[i], i + 1, reader));
                }
            }
        }
        while (reader.Read(cells));

        return TrainingData<TTarget>.Owning([.. inputs], [.. targets], width - 1);
    }

    private static int FindColumn(CsvReader reader, List<string> header, string name)
    {
        string found = header.Count == 0 ? "numbers" : SafetensorsParser.Quote(string.Join(", ", header));
        return header.Count(cell => cell == name) == 1
            ? header.IndexOf(name)
            : throw reader.Invalid($"line {reader.Line}: expected a header with one column '{name}', found {found}");
    }

    private static int Label(string cell, int column, CsvReader reader, string[]? classNames)
    {
        if (classNames is null)
        {
            return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int label)
                ? label
                : throw reader.Invalid(column, $"expected the number of a class, from 0, found {SafetensorsParser.Quote(cell)}");
        }

        int index = Array.IndexOf(classNames, cell);
        return index >= 0
            ? index
            : throw reader.Invalid(
                column, $"expected one of {string.Join(", ", classNames)}, found {SafetensorsParser.Quote(cell)}");
    }

    private static float Number(string cell, int column, CsvReader reader) =>
        TryParse(cell, out float value) && float.IsFinite(value)
            ? value
            : throw reader.Invalid(column, $"expected a finite number, found {SafetensorsParser.Quote(cell)}");

    private static bool TryParse(string cell, out float value) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
