using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using NetGen.Benchmarks;
using NetGen.Benchmarks.Rules;
using NetGen.Benchmarks.StartUp;

const string Usage =
    """
    Usage:
      compare [--json FILE] [--filter NAME]   NetGen beside its peers, the core's limits and the targets
      suite [ARGUMENTS]                       suites of BenchmarkDotNet, with its arguments, as --filter '*Batch*'
      startup [--json FILE]                   from the start of a process to the first result, and the JIT's time
      rules                                   what the generator and each analyzer cost
    """;

switch (args)
{
    case ["compare", .. string[] rest] when CompareOptions.TryRead(rest, out string? json, out string? filter):
        return CompareCommand.Run(json, filter);
    case ["suite", .. string[] rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly)
            .Run(rest, DefaultConfig.Instance.WithArtifactsPath("artifacts/BenchmarkDotNet"));
        return 0;
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
