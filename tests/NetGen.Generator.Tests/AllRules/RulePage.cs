using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests;

/// <summary>A rule's page: a header with title, severity and fix, and sections.</summary>
internal sealed class RulePage
{
    /// <summary>The folder of the pages, in the repository.</summary>
    public const string Folder = "generator/docs/rules";

    /// <summary>The rule of the package's MSBuild targets: it has a page, but no descriptor.</summary>
    public const string OfTargets = "NETGEN303";

    public RulePage(string id)
    {
        string[] parts = File.ReadAllText(Path.Combine(Root, Folder, id + ".md")).Split("\n## ");
        Header = parts[0];
        Sections = [.. parts[1..].Select(part => part.Split('\n', 2)).Select(part => (part[0], part[1]))];
    }

    /// <summary>The repository's top folder.</summary>
    public static string Root { get; } = Path.GetFullPath("../../..", SourceFolder());

    /// <summary>The rules that have a page.</summary>
    public static IEnumerable<string> Ids => Directory.EnumerateFiles(Path.Combine(Root, Folder), "NETGEN*.md")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public string Header { get; }

    public (string Title, string Text)[] Sections { get; }

    public string Title => Header.Split('\n')[0].Split(": ", 2)[1];

    public string Severity => Cell(1);

    /// <summary>What the rule's fix does, or "none".</summary>
    public string Fix => Cell(2);

    private string Cell(int column) => Header.TrimEnd().Split('\n')[^1].Split('|')[column].Trim();

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
