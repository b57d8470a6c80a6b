namespace NetGen.Generator.Analyzers;

/// <summary>The rules. Each message comes from where the mistake is found, with its numbers.</summary>
internal static partial class Rules
{
    private const string Category = "NetGen";
    private const string Message = "{0}";
}
