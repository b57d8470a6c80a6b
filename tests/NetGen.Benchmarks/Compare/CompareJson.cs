using System.Text.Json;
using NetGen.Benchmarks.NativeCode;
using NetGen.Benchmarks.Training;

namespace NetGen.Benchmarks;

/// <summary>Writes the results for machines.</summary>
internal static class CompareJson
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // A target on a peer that could not be run has no value.
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static void Write(
        string path,
        string machine,
        (string Name, double Value, string Unit)[] limits,
        IReadOnlyList<RowResult> results,
        IReadOnlyList<TrainingRow> training,
        IReadOnlyList<NativeCodeRow>? native)
    {
        var document = new
        {
            Machine = machine.Split('\n'),
            Limits = limits.Select(limit => new { limit.Name, limit.Value, limit.Unit }),
            Rows = results.Select(result => new
            {
                Network = result.Row.Network.Name,
                result.Row.Batch,
                result.NetGen,
                result.DenseOnly,
                result.RoundedUp,
                result.Dense,
                result.Limit,
                result.PartOfLimit,
                Peers = result.Peers.Select(peer => new { Ratio = peer.Nanoseconds / result.NetGen.Nanoseconds, Measurement = peer }),
                result.Differences,
                result.Missing,
                Targets = result.Row.Targets.Select(target => new
                {
                    target.Text, Measured = target.Measure(result), target.Bound, target.IsAtLeast, IsMet = target.IsMet(result),
                }),
            }),
            Training = training,
            NativeCode = native,
        };
        File.WriteAllText(path, JsonSerializer.Serialize(document, _options));
    }
}
