using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>
/// One run of the generator over sources. Every run proves on the way that the generator threw nothing, reported
/// nothing, and caches (<see cref="CachingCheck"/>).
/// </summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Compilation output, ImmutableArray<GeneratedSourceResult> sources)
    {
        Compilation = output;
        Sources = sources;
    }

    public ImmutableArray<GeneratedSourceResult> Sources { get; }

    /// <summary>The users' sources with the generated ones.</summary>
    public Compilation Compilation { get; }

    /// <summary>The only generated source, as text.</summary>
    public string Text => Assert.Single(Sources).SourceText.ToString();

    /// <summary>The text of a file by its path.</summary>
    public string SourceOf(string path) => Compilation.SyntaxTrees.Single(tree => tree.FilePath == path).ToString();

    public static GeneratorRun Of(string source, params IEnumerable<AdditionalText> manifests) =>
        Of(TestCompilation.Of(source), manifests);

    public static GeneratorRun Of(CSharpCompilation compilation, params IEnumerable<AdditionalText> manifests)
    {
        GeneratorDriver driver = Driver(manifests).RunGeneratorsAndUpdateCompilation(
            compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult result = ResultOf(driver);
        Assert.Empty(reported);
        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            Assert.DoesNotContain('\r', source.SourceText.ToString());
        }

        CachingCheck.Prove(driver, compilation);
        return new GeneratorRun(output, result.GeneratedSources);
    }

    public static GeneratorDriver Driver(IEnumerable<AdditionalText> manifests) => CSharpGeneratorDriver.Create(
        [new NetworkGenerator().AsSourceGenerator()],
        manifests,
        TestCompilation.ParseOptions,
        driverOptions: new GeneratorDriverOptions(
            IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The result of the driver's only generator, which must not have thrown.</summary>
    public static GeneratorRunResult ResultOf(GeneratorDriver driver)
    {
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.True(result.Exception is null, result.Exception?.ToString());
        return result;
    }

    /// <summary>
    /// Compiles the users' sources with the generated ones and loads the program. Any diagnostic fails.
    /// </summary>
    public LoadedProgram Load(params IEnumerable<ResourceDescription> resources)
    {
        using MemoryStream image = new(), documentation = new();
        EmitResult result = Compilation.Emit(image, xmlDocumentationStream: documentation, manifestResources: resources);
        AssertDiagnostics(result.Diagnostics, []);
        return new LoadedProgram(image.ToArray());
    }

    /// <summary>Fails unless exactly these diagnostics, errors and warnings, come out of the compilation.</summary>
    public void AssertDiagnostics(params string[] expectedIds) =>
        AssertDiagnostics(Compilation.GetDiagnostics(), expectedIds);

    /// <summary>What the analyzers of declarations find: the rule, the text at its place, the message.</summary>
    public Task<(string Rule, string Place, string Message)[]> FindingsAsync(params AdditionalText[] manifests) =>
        FindingsAsync(Shipped.Analyzers, manifests);

    /// <summary>What analyzers find: the rule, the text at its place, the message.</summary>
    public async Task<(string Rule, string Place, string Message)[]> FindingsAsync(
        ImmutableArray<DiagnosticAnalyzer> analyzers, params AdditionalText[] manifests) =>
    [
        .. (await DiagnosticsAsync(analyzers, manifests)).OrderBy(finding => finding.Location.SourceSpan.Start).Select(finding => (
            finding.Id,
            finding.Location.SourceTree?.ToString().Substring(
                finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length) ?? "",
            finding.GetMessage(CultureInfo.InvariantCulture))),
    ];

    /// <summary>What analyzers find.</summary>
    public Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        ImmutableArray<DiagnosticAnalyzer> analyzers, params AdditionalText[] manifests) =>
        Compilation.WithAnalyzers(analyzers, new AnalyzerOptions([.. manifests])).GetAnalyzerDiagnosticsAsync();

    private void AssertDiagnostics(IEnumerable<Diagnostic> diagnostics, string[] expectedIds)
    {
        List<Diagnostic> found = [.. diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];
        bool same = found.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)
            .SequenceEqual(expectedIds.Order(StringComparer.Ordinal));
        Assert.True(same, same ? null : Describe(found, expectedIds));
    }

    private string Describe(List<Diagnostic> found, string[] expectedIds) =>
        $"Expected diagnostics: {string.Join(", ", expectedIds)}. Found:\n"
            + string.Join("\n", found.Take(20).Select(diagnostic => diagnostic.ToString()))
            + string.Concat(Compilation.SyntaxTrees.Select(tree => $"\n\n{tree.FilePath}\n{Numbered(tree.ToString())}"));

    private static string Numbered(string text) => string.Join("\n", text.Split('\n').Select(
        (line, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1,5} {line}")));
}
