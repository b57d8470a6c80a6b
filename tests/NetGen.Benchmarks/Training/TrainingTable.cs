using System.Globalization;
using Spectre.Console;

namespace NetGen.Benchmarks.Training;

/// <summary>Prints the steps of training, with the targets.</summary>
internal static class TrainingTable
{
    public static void Print(IReadOnlyList<TrainingRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Console.WriteLine("\nTraining, time of a step with AdamW, and how many times faster NetGen is:\n");
        string[] peers = [.. rows.SelectMany(row => row.Peers).Select(peer => peer.Name).Distinct()];
        Table table = new() { Border = TableBorder.Markdown };
        foreach (string column in (string[])["network", PeerNames.NetGen, .. peers, "of the limit", "at least 60 %", "bytes a step"])
        {
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right });
        }

        foreach (TrainingRow row in rows)
        {
            string[] times = [.. row.Peers.Select(peer => Text($"{peer.Nanoseconds / 1e6:0.00} ms, {row.Ratio(peer):0.0} x"))];
            table.AddRow(
            [
                row.Name,
                Text($"{row.NetGen.Nanoseconds / 1e6:0.00} ms"),
                .. times,
                row.Limit is null ? "" : Text($"{row.PartOfLimit:0.0 %} of {row.Limit.Name}"),
                row.IsMet ? "yes" : "no",
                Text($"{row.NetGen.BytesACall:0}"),
            ]);
        }

        AnsiConsole.Write(table);
        foreach ((string name, string reason) in rows.SelectMany(row => row.Missing).Distinct())
        {
            Console.WriteLine($"{name} is not available: {reason}");
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
