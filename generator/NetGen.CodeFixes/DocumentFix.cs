using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>
/// The base of the fixes: each finding has offers, which are edits of its document, so that "Fix All" is all edits of a
/// document in one pass.
/// </summary>
public abstract class DocumentFix : CodeFixProvider
{
    private protected DocumentFix()
    {
    }

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(diagnostic => FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            foreach (Offer offer in await OffersAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        offer.Title,
                        async cancel =>
                        {
                            DocumentEditor editor = await DocumentEditor.CreateAsync(context.Document, cancel).ConfigureAwait(false);
                            offer.Edit(editor);
                            return editor.GetChangedDocument();
                        },
                        offer.Key),
                    diagnostic);
            }
        }
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixDocumentAsync);

    /// <summary>
    /// Gives what can be done about a finding: validated, so that the edited document compiles and has the finding no
    /// more; nothing where that is not certain.
    /// </summary>
    private protected abstract Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel);

    private async Task<Document?> FixDocumentAsync(
        FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            ImmutableArray<Offer> offers = await OffersAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false);

            // "dotnet format" takes the key from any finding of the analyzer; where that one has no offer, there is no key.
            offers.FirstOrDefault(offer => context.CodeActionEquivalenceKey is not { } key || offer.Key == key)?.Edit(editor);
        }

        return editor.GetChangedDocument();
    }
}

/// <summary>One way to fix a finding.</summary>
/// <param name="Title">What the user reads in the menu.</param>
/// <param name="Key">What is the same for all findings that "Fix All" fixes together.</param>
/// <param name="Edit">
/// The edit. With "Fix All" other edits may have been made to the same nodes before: replace through the editor's
/// overloads that give the current node.
/// </param>
internal sealed record Offer(string Title, string Key, Action<DocumentEditor> Edit)
{
    /// <summary>The network after the edit, read as the rules read it; null where it is none any more.</summary>
    public async Task<NetworkReading?> ReadResultAsync(Document document, INamedTypeSymbol network, CancellationToken cancel)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancel).ConfigureAwait(false);
        Edit(editor);
        SyntaxTree before = editor.OriginalRoot.SyntaxTree;
        Compilation compilation = editor.SemanticModel.Compilation.ReplaceSyntaxTree(
            before, before.WithRootAndOptions(editor.GetChangedRoot(), before.Options));
        return SymbolFinder.FindSimilarSymbols(network, compilation, cancel).FirstOrDefault() is { } edited
            ? NetworkReadings.Of(compilation, document.Project.AnalyzerOptions)?.Read(edited, cancel)
            : null;
    }
}
