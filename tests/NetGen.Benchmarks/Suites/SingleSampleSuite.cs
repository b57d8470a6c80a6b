using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks.Suites;

/// <summary>One sample through each network.</summary>
[MemoryDiagnoser]
public class SingleSampleSuite
{
    private const int Calls = 100;
    private NetworkRunner _runner = Runners.Mlp2;
    private float[] _input = [], _output = [];

    public static IEnumerable<string> Names => Runners.All.Select(runner => runner.Name);

    [ParamsSource(nameof(Names))]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _runner = Runners.All.Single(runner => runner.Name == Network);
        Samples samples = new(_runner, 1);
        _input = samples.Inputs;
        _output = new float[samples.OutputLength];
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Forward() => _runner.Forward(_input, _output, Calls);
}
