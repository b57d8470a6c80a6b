namespace NetGen.Benchmarks;

/// <summary>What the core can do at most, in the units people know.</summary>
internal static class CoreLimits
{
    private const long MultiplyAdds = 10_000_000;

    /// <summary>Names, values and units, measured in one contest.</summary>
    public static (string Name, double Value, string Unit)[] Measure()
    {
        FmaPeak[] peaks = [.. FmaPeak.Widths.Select(bits => new FmaPeak(bits, MultiplyAdds))];
        ReadRate[] reads =
        [
            new("reading 32 KB", Runners.Mlp784.Packed[..(32 * 1024 / sizeof(float))]),
            new("reading 940 KB, the parameters of 784-256-128-10", Runners.Mlp784.Packed),
            new("reading 18.9 MB, the parameters of 768-3072-768", Runners.Mlp768.Packed),
        ];
        Measurement[] measured = Contest.Run([.. peaks, .. reads]);
        return
        [
            .. peaks.Select((peak, i) => (peak.Name, 2 * MultiplyAdds / measured[i].Nanoseconds, "GFLOP/s")),
            .. reads.Select((read, i) => (read.Name, read.Bytes / measured[peaks.Length + i].Nanoseconds, "GB/s")),
        ];
    }
}
