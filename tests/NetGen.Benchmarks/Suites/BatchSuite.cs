using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks.Suites;

/// <summary>Batches through each network; the time is that of a sample.</summary>
[MemoryDiagnoser]
public class BatchSuite
{
    private const int Batch = 256;
    private NetworkRunner _runner = Runners.Mlp2;
    private float[] _inputs = [], _outputs = [];

    public static IEnumerable<string> Names => Runners.All.Select(runner => runner.Name);

    [ParamsSource(nameof(Names))]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _runner = Runners.All.Single(runner => runner.Name == Network);
        Samples samples = new(_runner, Batch);
        _inputs = samples.Inputs;
        _outputs = new float[samples.OutputLength];
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void ForwardBatch() => _runner.ForwardBatch(_inputs, _outputs, 1);
}
