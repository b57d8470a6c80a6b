using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Removes <c>[Trainable]</c> from a type that is no network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveTrainableFix))]
[Shared]
public sealed class RemoveTrainableFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN405"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan) is not AttributeSyntax
            {
                Parent: AttributeListSyntax { Parent: TypeDeclarationSyntax type },
            } attribute)
        {
            return [];
        }

        return
        [
            new Offer("Remove [Trainable]", nameof(RemoveTrainableFix), editor =>
            {
                editor.TrackNode(attribute);
                editor.ReplaceNode(type, (current, _) => AttributeRemoval.Remove(
                    (TypeDeclarationSyntax)current, current.GetCurrentNode(attribute)!));
            }),
        ];
    }
}
