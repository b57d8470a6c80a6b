using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>The size that a finding is about, and what would be right in its place.</summary>
internal sealed record SizeArgument(AttributeArgumentSyntax Argument, int Right)
{
    /// <summary>Gives the argument of a finding; null where it is none, or where nothing is right in its place.</summary>
    public static async Task<SizeArgument?> OfAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        return diagnostic.Properties.TryGetValue(NetworkAnalyzer.RightProperty, out string? right)
            && int.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out int size)
            && root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>() is { } argument
                ? new SizeArgument(argument, size)
                : null;
    }

    /// <summary>Writes the right number, here or in another argument, in place of whatever expression is there.</summary>
    public void Set(DocumentEditor editor, AttributeArgumentSyntax argument)
    {
        LiteralExpressionSyntax number = SyntaxFactory.LiteralExpression(
            SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Right));
        editor.ReplaceNode(argument.Expression, number.WithTriviaFrom(argument.Expression));
    }
}
