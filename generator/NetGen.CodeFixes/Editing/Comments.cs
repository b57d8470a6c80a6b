using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.CodeFixes;

/// <summary>Comments, which must not be lost with the code they stand at.</summary>
internal static class Comments
{
    public static SyntaxTrivia[] In(IEnumerable<SyntaxTrivia> trivia) => [.. trivia.Where(
        piece => piece.IsKind(SyntaxKind.SingleLineCommentTrivia) || piece.IsKind(SyntaxKind.MultiLineCommentTrivia))];

    /// <summary>A line end as the source has them.</summary>
    public static SyntaxTrivia LineEnd(SyntaxNode node) => node.AncestorsAndSelf().Last().DescendantTrivia()
        .FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>Adds comments behind trivia, each on a line of its own where it must be or is asked for.</summary>
    public static SyntaxTriviaList Append(
        SyntaxTriviaList trivia, IEnumerable<SyntaxTrivia> comments, SyntaxTrivia lineEnd, bool asLines = false)
    {
        SyntaxTrivia[] indentation = Indentation(trivia);
        foreach (SyntaxTrivia comment in comments)
        {
            trivia = trivia.Add(comment).AddRange(
                asLines || comment.IsKind(SyntaxKind.SingleLineCommentTrivia) ? [lineEnd, .. indentation] : [SyntaxFactory.Space]);
        }

        return trivia;
    }

    /// <summary>The white space at the end of trivia, if there is any.</summary>
    public static SyntaxTrivia[] Indentation(SyntaxTriviaList trivia) =>
        trivia.Count > 0 && trivia.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? [trivia.Last()] : [];
}
