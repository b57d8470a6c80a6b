using Spectre.Console;

namespace Approximator;

/// <summary>Tables of results for the terminal.</summary>
internal static class Tables
{
    public static Table Of(IEnumerable<Result> results)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("units", "parameters", "RMS error", "least", "greatest", "largest");
        foreach (TableColumn column in table.Columns)
        {
            column.RightAligned().NoWrap();
        }

        foreach (Result result in results)
        {
            table.AddRow(
                result.Candidate.Shape,
                $"{result.Candidate.ParameterCount}",
                $"{result.Median.RootMeanSquareError:F4}",
                $"{result.Best.RootMeanSquareError:F4}",
                $"{result.Worst.RootMeanSquareError:F4}",
                $"{result.Median.LargestError:F4}");
        }

        return table;
    }
}
