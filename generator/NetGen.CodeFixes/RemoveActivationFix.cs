using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Removes the activation of the output layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveActivationFix))]
[Shared]
public sealed class RemoveActivationFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN206"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel) =>
        await ActivationArgument.FindAsync(document, diagnostic, cancel).ConfigureAwait(false) is { } argument
            ? [new Offer("Remove the activation", nameof(RemoveActivationFix), editor => editor.RemoveNode(argument, Options(argument)))]
            : [];

    /// <summary>Comments beside the argument stay, and so does the line break behind it where it ended a line but began none.</summary>
    private static SyntaxRemoveOptions Options(AttributeArgumentSyntax argument)
    {
        SyntaxToken before = argument.GetFirstToken().GetPreviousToken(), after = argument.GetLastToken().GetNextToken();
        IEnumerable<SyntaxTrivia> beside = before.TrailingTrivia.Concat(argument.GetLeadingTrivia()).Concat(argument.GetTrailingTrivia());
        SyntaxTriviaList behind = after.IsKind(SyntaxKind.CommaToken) ? after.TrailingTrivia : default;
        return beside.Concat(behind).Any(IsComment) || (behind.Any(IsLineEnd) && !beside.Any(IsLineEnd))
            ? SyntaxRemoveOptions.KeepExteriorTrivia | SyntaxRemoveOptions.AddElasticMarker
            : SyntaxGenerator.DefaultRemoveOptions;
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static bool IsLineEnd(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
