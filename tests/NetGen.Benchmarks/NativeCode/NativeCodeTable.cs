using System.Globalization;
using Spectre.Console;

namespace NetGen.Benchmarks.NativeCode;

/// <summary>Prints native code beside the JIT's, with the targets.</summary>
internal static class NativeCodeTable
{
    private const double MostTimesJit = 1.1, MostTimesJitForAny = 12;

    public static void Print(IReadOnlyList<NativeCodeRow>? rows)
    {
        Console.WriteLine("\nNativeAOT, time of a call as a multiple of the JIT's:\n");
        if (rows is null)
        {
            Console.WriteLine("Not compared: the JIT does not use all vectors of the CPU, native code does.");
            return;
        }

        Table table = new() { Border = TableBorder.Markdown };
        foreach (string column in (string[])
            ["network", "JIT", "IlcInstructionSet=native", "at most 1.1", "no IlcInstructionSet", "at most 12"])
        {
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right });
        }

        foreach (NativeCodeRow row in rows)
        {
            table.AddRow(
                row.Name, $"{Text(row.Jit)} ns", Text(row.Ratio), Met(IsMet(row)), Text(row.RatioForAny), Met(IsMetForAny(row)));
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"\n{rows.Count(row => IsMet(row) && IsMetForAny(row))} of {rows.Count} rows hold both targets.");
    }

    private static bool IsMet(NativeCodeRow row) => row.Ratio <= MostTimesJit;

    private static bool IsMetForAny(NativeCodeRow row) => row.RatioForAny <= MostTimesJitForAny;

    private static string Met(bool isMet) => isMet ? "yes" : "no";

    private static string Text(double value) => value.ToString(value < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
