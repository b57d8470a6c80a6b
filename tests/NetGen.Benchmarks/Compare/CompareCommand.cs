using BenchmarkDotNet.Environments;
using NetGen.Benchmarks.NativeCode;
using NetGen.Benchmarks.Training;
using Spectre.Console;

namespace NetGen.Benchmarks;

/// <summary><c>compare</c>: NetGen and its peers side by side, against the core's limits and the targets.</summary>
internal static class CompareCommand
{
    /// <param name="json">A file to write the results to, or null.</param>
    /// <param name="filter">A part of the names of the rows to run, or null for all.</param>
    public static int Run(string? json, string? filter)
    {
        Row[] rows = [.. Rows.All.Where(row => filter is null || row.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];
        if (rows.Length == 0 && !TrainingRows.Any(filter))
        {
            Console.Error.WriteLine($"error: no row is named like '{filter}'; the rows are:");
            Console.Error.WriteLine(string.Join("\n", Rows.All.Select(row => row.Name)));
            return 1;
        }

        string machine = HostEnvironmentInfo.GetInformation().Trim();
        Console.WriteLine(machine + "\n");

        (string, double, string)[] limits = CoreLimits.Measure();
        List<RowResult> results = [];
        foreach (Row row in rows)
        {
            Console.Error.WriteLine($"{row.Name} ...");
            results.Add(RowRun.Measure(row));
        }

        TrainingRow[] training = TrainingRows.Measure(filter);
        NativeCodeRow[]? native = NativeCodeRows.Measure(filter);

        // As wide as the tables are: the terminal breaks lines, and no number is cut off.
        AnsiConsole.Profile.Width = 1000;
        CompareTables.Print(limits, results);
        TrainingTable.Print(training);
        NativeCodeTable.Print(native);
        if (json is not null)
        {
            CompareJson.Write(json, machine, limits, results, training, native);
        }

        return 0;
    }
}
