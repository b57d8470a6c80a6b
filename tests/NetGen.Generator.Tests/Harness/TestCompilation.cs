using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>
/// Compilations as strict as a user's can be: all warnings there are, as errors, with documentation checked.
/// </summary>
internal static class TestCompilation
{
    public static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> _references =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(
            typeof(NetworkAttribute).Assembly.Location,
            documentation: XmlDocumentationProvider.CreateFromFile(
                Path.ChangeExtension(typeof(NetworkAttribute).Assembly.Location, "xml"))),
    ];

    private static readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Users",
        references: _references,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: 9999,
            allowUnsafe: false,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>Compiles users' sources, which need no documentation; the paths are User1.cs, User2.cs, …</summary>
    public static CSharpCompilation Of(params IEnumerable<string> sources) => _empty.AddSyntaxTrees(
        [.. sources.Select((source, index) => Parse("#pragma warning disable CS1591\n" + source, $"User{index + 1}.cs"))]);

    public static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path);
}
