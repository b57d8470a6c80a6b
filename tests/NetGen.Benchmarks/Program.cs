using NetGen.Benchmarks;

const string Usage =
    """
    Usage:
      compare [--json FILE] [--filter NAME]   NetGen beside its peers and the core's limits, and the targets
    """;

switch (args)
{
    case ["compare", .. string[] rest] when Options.TryRead(rest, out string? json, out string? filter):
        return CompareCommand.Run(json, filter);
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}
