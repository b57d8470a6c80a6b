using System.Globalization;
using Spectre.Console;

namespace NetGen.Benchmarks;

/// <summary>Prints the results as tables that can stand in a Markdown page as they are.</summary>
internal static class CompareTables
{
    public static void Print((string Name, double Value, string Unit)[] limits, IReadOnlyList<RowResult> results)
    {
        Console.WriteLine("Limits of the core:\n");
        Table core = NewTable("limit", "measured");
        foreach ((string name, double value, string unit) in limits)
        {
            core.AddRow(name, Text($"{value:0} {unit}"));
        }

        AnsiConsole.Write(core);

        string[] columns = [.. PeerNames.Others.Where(name => results.Any(result => result.Peers.Any(peer => peer.Name == name)))];
        Console.WriteLine("\nTime of a call, the median (and half the distance of the quartiles):\n");
        Table times = NewTable(["network", PeerNames.NetGen, .. columns]);
        foreach (RowResult result in results)
        {
            times.AddRow([result.Row.Name, Time(result.NetGen), .. columns.Select(name => Of(result, name, Time))]);
        }

        AnsiConsole.Write(times);

        Console.WriteLine("\nNetGen is so many times faster, and reaches so much of the core's limit:\n");
        Table ratios = NewTable(["network", .. columns, "of the limit"]);
        foreach (RowResult result in results)
        {
            string limit = result.Limit is null ? "" : Text($"{result.PartOfLimit:0.0 %} of {result.Limit.Name}");
            string Ratio(Measurement peer) => ThreeDigits(peer.Nanoseconds / result.NetGen.Nanoseconds) + " x";
            ratios.AddRow([result.Row.Name, .. columns.Select(name => Of(result, name, Ratio)), limit]);
        }

        AnsiConsole.Write(ratios);

        Console.WriteLine("\nManaged bytes allocated a call:\n");
        Table bytes = NewTable(["network", PeerNames.NetGen, .. columns]);
        foreach (RowResult result in results)
        {
            bytes.AddRow([result.Row.Name, Bytes(result.NetGen), .. columns.Select(name => Of(result, name, Bytes))]);
        }

        AnsiConsole.Write(bytes);
        PrintTargets(results);
        foreach ((string name, string reason) in results.SelectMany(result => result.Missing).Distinct())
        {
            Console.WriteLine($"{name} is not available: {reason}");
        }
    }

    private static void PrintTargets(IReadOnlyList<RowResult> results)
    {
        Console.WriteLine("\nTargets:\n");
        Table table = NewTable("network", "target", "measured", "met");
        foreach (RowResult result in results)
        {
            foreach (Target target in result.Row.Targets)
            {
                table.AddRow(result.Row.Name, target.Text, target.Show(result), target.IsMet(result) ? "yes" : "no");
            }
        }

        AnsiConsole.Write(table);
        RowResult[] judged = [.. results.Where(result => result.Row.Targets.Length > 0)];
        int held = judged.Count(result => result.Row.Targets.All(target => target.IsMet(result)));
        Console.WriteLine(Text($"\n{held} of {judged.Length} rows hold all their targets."));
    }

    private static Table NewTable(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Markdown };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    private static string Of(RowResult result, string name, Func<Measurement, string> show) =>
        result.Peers.SingleOrDefault(peer => peer.Name == name) is { } peer ? show(peer) : "";

    private static string Time(Measurement m)
    {
        (double scale, string unit) = m.Nanoseconds switch
        {
            < 1e3 => (1, "ns"),
            < 1e6 => (1e3, "us"),
            _ => (1e6, "ms"),
        };
        double spread = (m.UpperQuartile - m.LowerQuartile) / 2 / m.Nanoseconds;
        return Text($"{ThreeDigits(m.Nanoseconds / scale)} {unit} ±{100 * spread:0} %");
    }

    private static string Bytes(Measurement m) => Text($"{m.BytesACall:0}");

    private static string ThreeDigits(double value) => value switch
    {
        < 10 => Text($"{value:0.00}"),
        < 100 => Text($"{value:0.0}"),
        _ => Text($"{value:#,0}"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
