using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>
/// Runs a rule and its fix over one document as an IDE does, with the generator in the project, so that a fix sees what
/// the code refers to. For many forms or networks at a time too, where <see cref="RuleTest{TAnalyzer, TFix}"/>, which
/// proves far more of each, would take minutes.
/// </summary>
internal sealed class FixRun<TAnalyzer, TFix> : IDisposable
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly TFix _fix = new();
    private readonly Document _document;

    public FixRun(string source, params IEnumerable<AdditionalText> manifests)
    {
        Compilation strict = TestCompilation.Of();
        Project project = _workspace.AddProject("Users", LanguageNames.CSharp)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithCompilationOptions(strict.Options)
            .WithMetadataReferences(strict.References)
            .AddAnalyzerReference(new Generator());
        foreach (AdditionalText manifest in manifests)
        {
            project = project.AddAdditionalDocument(manifest.Path, manifest.GetText()!, filePath: manifest.Path).Project;
        }

        _document = project.AddDocument("User.cs", source);
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>What the rule finds, in the order of the source.</summary>
    public async Task<ImmutableArray<Diagnostic>> FindAsync()
    {
        Compilation compilation = (await _document.Project.GetCompilationAsync())!;
        ImmutableArray<Diagnostic> found =
            await compilation.WithAnalyzers([new TAnalyzer()], _document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The titles of what is offered for a finding.</summary>
    public async Task<string[]> TitlesAsync(Diagnostic finding)
    {
        List<string> titles = [];
        await _fix.RegisterCodeFixesAsync(
            new CodeFixContext(_document, finding, (action, _) => titles.Add(action.Title), CancellationToken.None));
        return [.. titles];
    }

    /// <summary>The document after Fix All with the offers of one key.</summary>
    public async Task<string> FixAllAsync(string key)
    {
        FixAllContext context = new(
            _document, _fix, FixAllScope.Document, key, _fix.FixableDiagnosticIds, new Found(await FindAsync()), CancellationToken.None);
        CodeAction action = (await _fix.GetFixAllProvider()!.GetFixAsync(context))!;
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        ApplyChangesOperation change = Assert.Single(operations.OfType<ApplyChangesOperation>());
        return (await change.ChangedSolution.GetDocument(_document.Id)!.GetTextAsync()).ToString();
    }

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }

    private sealed class Generator : AnalyzerReference
    {
        // The workspace tells generators apart by reference.
        private static readonly ImmutableArray<ISourceGenerator> _generators = [new NetworkGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(NetworkGenerator);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    }
}
