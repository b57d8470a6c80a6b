using System.Globalization;

namespace NetGen.Tests.Numerics;

/// <summary>The table of <c>src/NetGen/docs/activations.md</c>: a line an activation, the errors rounded up.</summary>
internal static class AccuracyTable
{
    public const string Header =
        """
        | activation | worst ulp, value 1/4 or more | at x | worst error, value below 1/4 | at x |
        |---|---|---|---|---|
        """;

    public static string Line(VectorFunction function, Accuracy accuracy)
    {
        double scale = Math.Pow(10, Math.Floor(Math.Log10(accuracy.Absolute)) - 2);
        double absolute = accuracy.Absolute == 0 ? 0 : Math.Ceiling(accuracy.Absolute / scale) * scale;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {function.Activation} | {Math.Ceiling(accuracy.Ulp * 1000) / 1000:0.000} | {At(accuracy.Ulp, accuracy.UlpAt)} "
            + $"| {absolute:0.00e-00} | {At(accuracy.Absolute, accuracy.AbsoluteAt)} |");
    }

    /// <summary>Reads the lines of the table in a text: the worst ulp and absolute error of each activation.</summary>
    public static Dictionary<string, (double Ulp, double Absolute)> Read(string text) => text
        .Split('\n')
        .SkipWhile(line => line != Header.Split('\n')[1])
        .Skip(1)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(
            cells => cells[1],
            cells => (double.Parse(cells[2], CultureInfo.InvariantCulture), double.Parse(cells[4], CultureInfo.InvariantCulture)));

    private static string At(double error, float x) => error == 0 ? "" : x.ToString("R", CultureInfo.InvariantCulture);
}
