using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <summary>Tells the generator's own files from the user's.</summary>
internal static class GeneratedSource
{
    /// <summary>Whether a syntax tree is one of the generator's: the compiler names its folder after the generator.</summary>
    public static bool Contains(SyntaxTree tree) =>
        tree.FilePath.IndexOf(typeof(NetworkGenerator).FullName, StringComparison.Ordinal) >= 0;
}
