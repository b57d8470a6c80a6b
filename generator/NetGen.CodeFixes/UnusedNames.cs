using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Finds names for new variables.</summary>
internal static class UnusedNames
{
    // What was given to the edits of one document, so that "Fix All" gives no name twice.
    private static readonly ConditionalWeakTable<DocumentEditor, HashSet<(SyntaxNode, string)>> _given = new();

    /// <summary>Gives the wanted name, or it with a number where that names something else in the same member.</summary>
    /// <param name="own">Where the wanted name is that of the variable itself.</param>
    public static SyntaxToken Pick(DocumentEditor editor, SyntaxNode place, string wanted, ICollection<SyntaxToken> own)
    {
        SyntaxNode member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        IEnumerable<SyntaxNode> code = member is GlobalStatementSyntax
            ? member.Parent!.ChildNodes().OfType<GlobalStatementSyntax>()
            : [member];
        HashSet<string> used =
        [
            .. code.SelectMany(node => node.DescendantTokens())
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !IsMemberOrArgument(token.Parent) && !own.Contains(token))
                .Select(token => token.ValueText),
        ];
        HashSet<(SyntaxNode, string)> given = _given.GetOrCreateValue(editor);
        string name = wanted;
        for (int i = 2; used.Contains(name) || !given.Add((code.First(), name)); i++)
        {
            name = FormattableString.Invariant($"{wanted}{i}");
        }

        return SyntaxFactory.Identifier(name);
    }

    /// <summary>The names after a dot and before a colon are no variables.</summary>
    private static bool IsMemberOrArgument(SyntaxNode? name) =>
        name?.Parent is NameColonSyntax || (name?.Parent is MemberAccessExpressionSyntax access && access.Name == name);
}
