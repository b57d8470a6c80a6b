using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>
/// Takes attributes of a type away that are not the last: what stood above them stays where it is, and comments inside
/// or behind them go above what follows.
/// </summary>
internal static class AttributeRemoval
{
    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax type, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        int place = type.AttributeLists.IndexOf(list), index = list.Attributes.IndexOf(attribute);
        SyntaxTrivia lineEnd = Comments.LineEnd(type);
        if (list.Attributes.Count == 1)
        {
            bool startsLine = place == 0 || EndsLine(type.AttributeLists[place - 1].GetTrailingTrivia());
            AttributeListSyntax following = type.AttributeLists[place + 1];
            return type.WithAttributeLists(type.AttributeLists
                .Replace(following, Follow(following, list, list.GetTrailingTrivia(), startsLine, lineEnd))
                .RemoveAt(place));
        }

        List<AttributeSyntax> attributes = [.. list.Attributes];
        List<SyntaxToken> commas = [.. list.Attributes.GetSeparators()];
        SyntaxToken comma = commas[Math.Min(index, commas.Count - 1)];
        attributes.RemoveAt(index);
        commas.Remove(comma);
        SyntaxList<AttributeListSyntax> lists = type.AttributeLists;
        if (index < attributes.Count)
        {
            SyntaxToken before = index == 0 ? list.OpenBracketToken : commas[index - 1];
            SyntaxTriviaList trailing = [.. attribute.GetTrailingTrivia(), .. comma.GetAllTrivia()];
            attributes[index] = Follow(
                attributes[index], attribute.WithTrailingTrivia(trailing), trailing, EndsLine(before.TrailingTrivia), lineEnd);
        }
        else
        {
            SyntaxTriviaList leading = lists[place + 1].GetLeadingTrivia();
            SyntaxTrivia[] comments = Comments.In(comma.GetAllTrivia().Concat(attribute.DescendantTrivia()));
            lists = lists.Replace(lists[place + 1], lists[place + 1].WithLeadingTrivia(Comments.Append(leading, comments, lineEnd)));
        }

        return type.WithAttributeLists(lists.Replace(
            lists[place], lists[place].WithAttributes(SyntaxFactory.SeparatedList(attributes, commas))));
    }

    /// <summary>Puts a node in the place of the one before it, which had <paramref name="trailing"/> behind it.</summary>
    private static T Follow<T>(T node, SyntaxNode removed, SyntaxTriviaList trailing, bool startsLine, SyntaxTrivia lineEnd)
        where T : SyntaxNode
    {
        SyntaxTrivia[] comments = Comments.In(removed.WithoutLeadingTrivia().DescendantTrivia());
        bool endsLine = EndsLine(trailing);
        SyntaxTriviaList above = Comments.Append(removed.GetLeadingTrivia(), comments, lineEnd, endsLine);
        SyntaxTriviaList own = node.GetLeadingTrivia();
        return node.WithLeadingTrivia(
            !endsLine ? above.AddRange(own)
            : startsLine || comments.Length > 0 ? [.. above.Take(above.Count - Comments.Indentation(above).Length), .. own]
            : own.SkipWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
    }

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(SyntaxKind.EndOfLineTrivia);
}
