using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Environments;
using NetGen.Benchmarks.Onnx;
using Spectre.Console;

namespace NetGen.Benchmarks;

/// <summary><c>cores</c>: batches on all cores, beside one core and ONNX Runtime with as many threads.</summary>
internal static class CoresCommand
{
    // From where it does not pay to where all cores are busy.
    private static readonly (NetworkRunner Network, int[] Batches)[] _rows =
    [
        (Runners.Mlp4, [256, 1024, 4096, 65536]),
        (Runners.Mlp16, [256, 1024, 4096, 65536]),
        (Runners.Mlp64, [64, 256, 4096]),
        (Runners.Mlp784, [16, 64, 256, 1024]),
        (Runners.Mlp768, [16, 128]),
        (Runners.Mlp1024, [16, 256]),
    ];

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <param name="json">A file to write the results to, or null.</param>
    public static int Run(string? json)
    {
        int cores = Environment.ProcessorCount;
        string machine = HostEnvironmentInfo.GetInformation().Trim();
        Console.WriteLine($"{machine}\n{cores} cores\n");
        List<CoresResult> results = [];
        foreach ((NetworkRunner network, int[] batches) in _rows)
        {
            foreach (int batch in batches)
            {
                Console.Error.WriteLine($"{network.Name}, batch {batch} ...");
                results.Add(Measure(network, batch, cores));
            }
        }

        Print(results);
        if (json is not null)
        {
            File.WriteAllText(json, JsonSerializer.Serialize(new { Machine = machine.Split('\n'), Cores = cores, Rows = results }, _json));
        }

        return 0;
    }

    private static CoresResult Measure(NetworkRunner network, int batch, int cores)
    {
        Samples samples = new(network, batch);
        NetGenPeer oneCore = new(PeerNames.NetGen, samples);
        AllCoresPeer allCores = new(samples);
        using OnnxBoundPeer onnx = new(samples, cores);
        double[] expected = Reference.Of(samples);
        foreach (Peer peer in (Peer[])[oneCore, allCores, onnx])
        {
            Reference.Check(peer, expected);
        }

        Measurement[] measured = Contest.RunOnAllCores([oneCore, allCores, onnx]);
        return new CoresResult(network.Name, batch, measured[0], measured[1], measured[2]);
    }

    private static void Print(List<CoresResult> results)
    {
        // As wide as the table is: the terminal breaks lines, and no number is cut off.
        AnsiConsole.Profile.Width = 1000;
        Table table = new() { Border = TableBorder.Markdown };
        foreach (string column in (string[])
            ["network", "batch", "one core, us", "all cores, us", "speed-up", "ONNX Runtime, bound, us", "ratio to it", "bytes a call"])
        {
            table.AddColumn(new TableColumn(column) { NoWrap = true, Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right });
        }

        foreach (CoresResult result in results)
        {
            table.AddRow(
                result.Network,
                Text($"{result.Batch}"),
                Microseconds(result.OneCore),
                Microseconds(result.AllCores),
                Text($"{result.SpeedUp:0.00} x"),
                Microseconds(result.Onnx),
                Text($"{result.RatioToOnnx:0.00} x"),
                Text($"{result.AllCores.BytesACall:0}"));
        }

        AnsiConsole.Write(table);
    }

    private static string Microseconds(Measurement m) =>
        Text($"{m.Nanoseconds / 1e3:#,0.0} ±{100 * (m.UpperQuartile - m.LowerQuartile) / 2 / m.Nanoseconds:0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
