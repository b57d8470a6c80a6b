using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Model;

namespace NetGen.Generator.Declaration;

/// <summary>
/// Reads the weight manifests among a project's additional files. Each text is parsed once, for the generator and all rules,
/// and in an editor for all compilations until the file changes: thousands of values take longer than everything else.
/// </summary>
internal static class ManifestReader
{
    private static readonly ConditionalWeakTable<SourceText, WeightManifest> _parsed = new();

    public static bool IsManifest(AdditionalText file) => file.Path.EndsWith(WeightManifest.FileExtension, StringComparison.Ordinal);

    public static WeightManifest Read(AdditionalText file, CancellationToken cancel) => file.GetText(cancel) is { } text
        ? _parsed.GetValue(text, known => WeightManifest.Parse(known.ToString()))
        : WeightManifest.Parse("");
}
