using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>
/// What <c>dotnet format</c> does: it takes the first finding of an analyzer, of whatever rule, asks the fix what it
/// offers for that, and has all findings of one rule fixed in the same way.
/// </summary>
public class DocumentFixTests
{
    private const string Source = "class One; class Two;";

    [Fact]
    public async Task OtherRulesFindingsHaveNoOffer()
    {
        Document document = Create();
        List<CodeAction> actions = [];
        Diagnostic other = (await FindingsAsync(document, Rules.NoLayers))[0];
        await new MakePartialFix().RegisterCodeFixesAsync(new CodeFixContext(document, other, (action, _) => actions.Add(action), default));
        Assert.Empty(actions);
    }

    [Theory]
    [InlineData(null, "partial class One; partial class Two;")]
    [InlineData(nameof(MakePartialFix), "partial class One; partial class Two;")]
    [InlineData("another", Source)]
    public async Task FixAllWithoutAKeyTakesTheFirstOffer(string? key, string expected)
    {
        Document document = Create();
        FixAllContext context = new(
            document,
            new MakePartialFix(),
            FixAllScope.Document,
            key!,
            [Rules.NotPartial.Id],
            new Found(await FindingsAsync(document, Rules.NotPartial)),
            default);
        CodeAction? action = await new MakePartialFix().GetFixAllProvider().GetFixAsync(context);
        SourceText text = await document.GetTextAsync();
        foreach (ApplyChangesOperation change in (await action!.GetOperationsAsync(default)).OfType<ApplyChangesOperation>())
        {
            text = await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
        }

        Assert.Equal(expected, text.ToString());
    }

    private static Document Create() =>
        new AdhocWorkspace().AddProject("Users", LanguageNames.CSharp).AddDocument("User.cs", Source, filePath: "User.cs");

    /// <summary>A finding of the rule at each class.</summary>
    private static async Task<Diagnostic[]> FindingsAsync(Document document, DiagnosticDescriptor rule)
    {
        SyntaxNode root = (await document.GetSyntaxRootAsync())!;
        return
        [
            .. root.DescendantNodes().OfType<ClassDeclarationSyntax>()
                .Select(type => Diagnostic.Create(rule, type.Identifier.GetLocation(), "message")),
        ];
    }

    private sealed class Found(Diagnostic[] findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(
            Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
