using BenchmarkDotNet.Attributes;

namespace NetGen.Benchmarks.Suites;

/// <summary>The ways of making 784-256-128-10.</summary>
[MemoryDiagnoser]
public class CreationSuite
{
    private readonly float[] _parameters = new float[Mlp784To10.ParameterCount];
    private readonly int _seed = 7;
    private string _path = "";

    [GlobalSetup]
    public void Setup()
    {
        var network = Mlp784To10.Initialize(_seed);
        network.CopyParametersTo(_parameters);
        _path = Path.GetTempFileName();
        network.Save(_path);
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    [Benchmark]
    public Mlp784To10 Load() => Mlp784To10.Load(_path);

    [Benchmark]
    public Mlp784To10 FromParameters() => Mlp784To10.FromParameters(_parameters);

    [Benchmark]
    public Mlp784To10 Initialize() => Mlp784To10.Initialize(_seed);
}
