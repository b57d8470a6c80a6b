using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using NetGen.Benchmarks;
using NetGen.Benchmarks.Rules;
using NetGen.Benchmarks.StartUp;

const string Usage =
    """
    Usage:
      compare [--json FILE] [--filter NAME]   NetGen beside its peers, the core's limits and the targets
      cores [--json FILE]                     batches on all cores, beside one core and ONNX Runtime
      suite [ARGUMENTS]                       suites of BenchmarkDotNet, with its arguments, as --filter '*Batch*'
      accuracy [--stride N] [--filter NAME]   the worst errors of the activations, over all floats or every Nth
      startup [--json FILE]                   from the start of a process to the first result, and the JIT's time
      rules                                   what the generator and each analyzer cost
    """;

switch (args)
{
    case ["compare", .. string[] rest] when CompareOptions.TryRead(rest, out string? json, out string? filter):
        return CompareCommand.Run(json, filter);
    case ["cores"]:
        return CoresCommand.Run(json: null);
    case ["cores", "--json", string file]:
        return CoresCommand.Run(file);
    case ["suite", .. string[] rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
            .Run(rest, DefaultConfig.Instance.WithArtifactsPath("artifacts/BenchmarkDotNet"));
        return 0;
    case ["accuracy", .. string[] rest] when AccuracyOptions.TryRead(rest, out uint stride, out string? filter):
        return AccuracyCommand.Run(stride, filter);
    case ["startup"]:
        return StartUpCommand.Run(json: null);
    case ["startup", "--json", string file]:
        return StartUpCommand.Run(file);
    case ["rules"]:
        return await RulesCommand.RunAsync();
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}
