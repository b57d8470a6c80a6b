using System.Globalization;
using NetGen.Benchmarks.StartUp;

namespace NetGen.Benchmarks.NativeCode;

/// <summary>A network in native code beside the JIT's, nanoseconds a call.</summary>
internal sealed record NativeCodeRow(string Name, double Jit, double Native, double NativeForAny)
{
    public double Ratio => Native / Jit;

    public double RatioForAny => NativeForAny / Jit;
}

/// <summary>Times the networks in programs that are compiled at run time, ahead of it for this CPU, and for any.</summary>
internal static class NativeCodeRows
{
    // Where the operating system puts a process's memory decides how well it is cached: some processes of each kind, in turn.
    private const int Processes = 11;
    private const int RoundsAProcess = 15;

    /// <returns>The rows; null where the programs use vectors of different widths, as when wide ones are switched off for the JIT.</returns>
    public static NativeCodeRow[]? Measure(string? filter)
    {
        Publication[] programs = [Publication.Jit(), Publication.Native(), Publication.NativeForAny()];
        Dictionary<string, List<double>>[] times = [.. programs.Select(_ => new Dictionary<string, List<double>>())];
        string[] widths = ["", "", ""];
        for (int i = 0; i < Processes; i++)
        {
            Console.Error.WriteLine($"native code, {i + 1} of {Processes} ...");
            for (int turn = 0; turn < programs.Length; turn++)
            {
                // Another one begins each time.
                int program = (i + turn) % programs.Length;
                string[] lines = programs[program].Run(
                    ["time", RoundsAProcess.ToString(CultureInfo.InvariantCulture), .. filter is null ? Array.Empty<string>() : [filter]]);
                widths[program] = lines[0];
                foreach (string[] words in lines[1..].Select(line => line.Split(';')))
                {
                    List<double> all = times[program].TryGetValue(words[0], out List<double>? found) ? found : times[program][words[0]] = [];
                    all.Add(double.Parse(words[1], CultureInfo.InvariantCulture));
                }
            }
        }

        return widths[0] != widths[1]
            ? null
            : [.. times[0].Keys.Select(name => new NativeCodeRow(
                name, Median(times[0][name]), Median(times[1][name]), Median(times[2][name])))];
    }

    private static double Median(IEnumerable<double> values) => Measurement.Of("", values, 1, 0).Nanoseconds;
}
