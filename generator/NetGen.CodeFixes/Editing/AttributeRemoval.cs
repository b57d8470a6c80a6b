using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>
/// Takes attributes of a type away: what stood above them stays where it is, and comments inside or behind them go above
/// what follows.
/// </summary>
internal static class AttributeRemoval
{
    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax type, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        int place = type.AttributeLists.IndexOf(list), index = list.Attributes.IndexOf(attribute);
        SyntaxTrivia lineEnd = Comments.LineEnd(type);
        SyntaxToken following = list.GetLastToken().GetNextToken();
        if (list.Attributes.Count == 1)
        {
            bool startsLine = place == 0 || EndsLine(type.AttributeLists[place - 1].GetTrailingTrivia());
            SyntaxTriviaList above = Above(following.LeadingTrivia, list, list.GetTrailingTrivia(), startsLine, lineEnd);
            type = type.ReplaceToken(following, following.WithLeadingTrivia(above));
            return type.WithAttributeLists(type.AttributeLists.RemoveAt(place));
        }

        List<AttributeSyntax> attributes = [.. list.Attributes];
        List<SyntaxToken> commas = [.. list.Attributes.GetSeparators()];
        SyntaxToken comma = commas[Math.Min(index, commas.Count - 1)];
        attributes.RemoveAt(index);
        commas.Remove(comma);
        if (index < attributes.Count)
        {
            SyntaxToken before = index == 0 ? list.OpenBracketToken : commas[index - 1];
            SyntaxTriviaList trailing = [.. attribute.GetTrailingTrivia(), .. comma.GetAllTrivia()];
            attributes[index] = attributes[index].WithLeadingTrivia(Above(
                attributes[index].GetLeadingTrivia(),
                attribute.WithTrailingTrivia(trailing),
                trailing,
                EndsLine(before.TrailingTrivia),
                lineEnd));
        }
        else
        {
            SyntaxTrivia[] comments = Comments.In(comma.GetAllTrivia().Concat(attribute.DescendantTrivia()));
            type = type.ReplaceToken(
                following, following.WithLeadingTrivia(Comments.Append(following.LeadingTrivia, comments, lineEnd)));
        }

        return type.WithAttributeLists(type.AttributeLists.Replace(
            type.AttributeLists[place],
            type.AttributeLists[place].WithAttributes(SyntaxFactory.SeparatedList(attributes, commas))));
    }

    /// <summary>
    /// What stands above something in the place of the node before it, which had <paramref name="trailing"/> behind it.
    /// </summary>
    private static SyntaxTriviaList Above(
        SyntaxTriviaList own, SyntaxNode removed, SyntaxTriviaList trailing, bool startsLine, SyntaxTrivia lineEnd)
    {
        SyntaxTrivia[] comments = Comments.In(removed.WithoutLeadingTrivia().DescendantTrivia());
        bool endsLine = EndsLine(trailing);
        SyntaxTriviaList above = Comments.Append(removed.GetLeadingTrivia(), comments, lineEnd, endsLine);
        return !endsLine ? above.AddRange(own)
            : startsLine || comments.Length > 0 ? [.. above.Take(above.Count - Comments.Indentation(above).Length), .. own]
            : [.. own.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))];
    }

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);
}
