using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Environments;
using NetGen.Benchmarks.Onnx;
using Spectre.Console;

namespace NetGen.Benchmarks.StartUp;

/// <summary><c>startup</c>: from the start of a process to its first result, and what the JIT takes for it.</summary>
internal static class StartUpCommand
{
    private const int Rounds = 15;

    private static readonly NetworkRunner[] _networks =
    [
        Runners.Mlp2, Runners.Mlp4, Runners.Mlp16, Runners.Mlp64, Runners.Mlp784, Runners.Mlp768, Runners.Mlp1024,
        Runners.Mlp257, Runners.Mlp100,
    ];

    private static readonly JsonSerializerOptions _options =
        new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <param name="json">A file to write the results to, or null.</param>
    public static int Run(string? json)
    {
        string machine = HostEnvironmentInfo.GetInformation().Trim();
        Publication jit = Publication.Jit(), native = Publication.Native();
        string folder = Directory.CreateTempSubdirectory("netgen-").FullName;
        foreach (NetworkRunner network in _networks)
        {
            network.Save(WeightsFile(folder, network));
            File.WriteAllBytes(ModelFile(folder, network), OnnxModel.Of(new Samples(network, 1)));
        }

        List<double> emptyJit = [], emptyNative = [];
        List<StartUpSample>[] samples = [.. _networks.Select(_ => new List<StartUpSample>())];

        // One round more: the first has the files read from the disk.
        for (int round = 0; round <= Rounds; round++)
        {
            Console.Error.WriteLine($"round {round} of {Rounds} ...");
            double ofEmptyJit = Numbers(jit.RunTimed("empty")[0])[0], ofEmptyNative = Numbers(native.RunTimed("empty")[0])[0];
            StartUpSample[] ofNetworks = [.. _networks.Select(network => Measure(network, jit, native, folder))];
            if (round > 0)
            {
                emptyJit.Add(ofEmptyJit);
                emptyNative.Add(ofEmptyNative);
                Array.ForEach([.. ofNetworks.Index()], sample => samples[sample.Index].Add(sample.Item));
            }
        }

        Directory.Delete(folder, recursive: true);
        StartUpRow[] rows = [.. _networks.Zip(samples, (network, all) => StartUpRow.Of(network.Name, all))];
        (double jitMedian, double nativeMedian) = (StartUpRow.Median(emptyJit), StartUpRow.Median(emptyNative));
        Console.WriteLine(machine + "\n");
        Print(rows, jitMedian, nativeMedian);
        if (json is not null)
        {
            var document = new { Machine = machine.Split('\n'), EmptyJit = jitMedian, EmptyNative = nativeMedian, Networks = rows };
            File.WriteAllText(json, JsonSerializer.Serialize(document, _options));
        }

        return 0;
    }

    private static StartUpSample Measure(NetworkRunner network, Publication jit, Publication native, string folder)
    {
        string[] netGen = ["netgen", network.ClassName, WeightsFile(folder, network)];
        string[] onnx =
        [
            "onnx",
            network.InputLength.ToString(CultureInfo.InvariantCulture),
            network.OutputLength.ToString(CultureInfo.InvariantCulture),
            ModelFile(folder, network),
        ];
        double[][] lines = [.. jit.RunTimed(netGen).Select(Numbers)];
        return new StartUpSample(
            lines[0][0],
            Numbers(native.RunTimed(netGen)[0])[0],
            Numbers(jit.RunTimed(onnx)[0])[0],
            Numbers(native.RunTimed(onnx)[0])[0],
            JitWork.Of(lines[1]),
            JitWork.Of(lines[2]),
            JitWork.Of(lines[3]));
    }

    private static void Print(StartUpRow[] rows, double emptyJit, double emptyNative)
    {
        Console.WriteLine("Milliseconds from the start of the process to the first result, beside a program that does nothing:\n");
        Table times = NewTable("network", "NetGen, JIT", "ONNX Runtime, JIT", "NetGen, NativeAOT", "ONNX Runtime, NativeAOT");
        times.AddRow("(nothing)", Text(emptyJit), Text(emptyJit), Text(emptyNative), Text(emptyNative));
        foreach (StartUpRow row in rows)
        {
            times.AddRow(row.Network, Text(row.Jit), Text(row.OnnxJit), Text(row.Native), Text(row.OnnxNative));
        }

        AnsiConsole.Profile.Width = 1000;
        AnsiConsole.Write(times);

        Console.WriteLine("\nWhat the JIT compiles to read the file, in the first call, and then in the first call with a batch:\n");
        Table work = NewTable(
            "network", "Load", "methods", "IL bytes", "Forward", "methods", "IL bytes", "ForwardBatch", "methods", "IL bytes");
        foreach (StartUpRow row in rows)
        {
            work.AddRow([row.Network, .. Texts(row.Load), .. Texts(row.Forward), .. Texts(row.ForwardBatch)]);
        }

        AnsiConsole.Write(work);
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

    private static string[] Texts(JitWork work) =>
    [
        Text(work.Milliseconds) + " ms",
        work.Methods.ToString(CultureInfo.InvariantCulture),
        work.IlBytes.ToString("#,0", CultureInfo.InvariantCulture),
    ];

    private static string Text(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static double[] Numbers(string line) =>
        [.. line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];

    private static string WeightsFile(string folder, NetworkRunner network) =>
        Path.Combine(folder, network.ClassName + ".safetensors");

    private static string ModelFile(string folder, NetworkRunner network) => Path.Combine(folder, network.ClassName + ".onnx");
}
