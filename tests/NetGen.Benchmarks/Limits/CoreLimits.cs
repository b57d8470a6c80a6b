namespace NetGen.Benchmarks;

/// <summary>What the core can do at most, in the units people know.</summary>
internal static class CoreLimits
{
    private const long MultiplyAdds = 10_000_000;

    /// <summary>Names, values and units, measured in one contest.</summary>
    public static (string Name, double Value, string Unit)[] Measure()
    {
        FmaPeak[] peaks = [.. FmaPeak.Widths.Select(bits => new FmaPeak(bits, MultiplyAdds))];
        (string Name, ReadRate Rate)[] reads =
        [
            ("reading 32 KB", new ReadRate(32 * 1024)),
            ("reading 940 KB, the parameters of 784-256-128-10", new ReadRate(Runners.Mlp784.ParameterBytes)),
            ("reading 18.9 MB, the parameters of 768-3072-768", new ReadRate(Runners.Mlp768.ParameterBytes)),
        ];
        Measurement[] measured = Contest.Run([.. peaks, .. reads.Select(read => read.Rate)]);
        return
        [
            .. peaks.Select((peak, i) => (peak.Name, 2 * MultiplyAdds / measured[i].Nanoseconds, "GFLOP/s")),
            .. reads.Select((read, i) => (read.Name, read.Rate.Bytes / measured[peaks.Length + i].Nanoseconds, "GB/s")),
        ];
    }
}
