namespace NetGen.Benchmarks.StartUp;

/// <summary>What the JIT did in a call.</summary>
internal sealed record JitWork(double Milliseconds, int Methods, int IlBytes)
{
    /// <summary>The three numbers of a line.</summary>
    public static JitWork Of(double[] line) => new(line[0], (int)line[1], (int)line[2]);
}

/// <summary>One round of a network: milliseconds to the first result of each program, and the JIT's work.</summary>
internal sealed record StartUpSample(
    double Jit, double Native, double OnnxJit, double OnnxNative, JitWork Load, JitWork Forward, JitWork ForwardBatch);

/// <summary>The medians of all rounds of a network.</summary>
internal sealed record StartUpRow(
    string Network, double Jit, double Native, double OnnxJit, double OnnxNative, JitWork Load, JitWork Forward, JitWork ForwardBatch)
{
    public static StartUpRow Of(string network, IReadOnlyList<StartUpSample> samples)
    {
        double Of(Func<StartUpSample, double> value) => Median(samples.Select(value));
        JitWork Work(Func<StartUpSample, JitWork> value) => new(
            Of(sample => value(sample).Milliseconds),
            (int)Of(sample => value(sample).Methods),
            (int)Of(sample => value(sample).IlBytes));
        return new StartUpRow(
            network,
            Of(sample => sample.Jit),
            Of(sample => sample.Native),
            Of(sample => sample.OnnxJit),
            Of(sample => sample.OnnxNative),
            Work(sample => sample.Load),
            Work(sample => sample.Forward),
            Work(sample => sample.ForwardBatch));
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
