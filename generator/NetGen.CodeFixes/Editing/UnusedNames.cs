using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Finds names for variables that are declared anew: the edits of one document share one of these, as with "Fix All".</summary>
internal sealed class UnusedNames
{
    private static readonly ConditionalWeakTable<DocumentEditor, UnusedNames> _all = new();

    private readonly HashSet<(SyntaxNode, string)> _given = [];
    private readonly HashSet<SyntaxToken> _moved = [];

    public static UnusedNames Of(DocumentEditor editor) => _all.GetOrCreateValue(editor);

    /// <summary>Gives the wanted name, or it with a number where it is the name of something else in the same member.</summary>
    /// <param name="own">Where the wanted name is that of the variable itself.</param>
    public SyntaxToken Pick(string wanted, SyntaxNode place, params IEnumerable<SyntaxToken> own)
    {
        _moved.UnionWith(own);
        SyntaxNode member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>()!;
        SyntaxNode[] code = member is GlobalStatementSyntax
            ? [.. member.Parent!.ChildNodes().OfType<GlobalStatementSyntax>()]
            : [member];
        HashSet<string> used =
        [
            .. code.SelectMany(node => node.DescendantTokens())
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !IsMemberOrArgument(token.Parent) && !_moved.Contains(token))
                .Select(token => token.ValueText),
        ];
        string name = wanted;
        for (int i = 2; used.Contains(name) || !_given.Add((code[0], name)); i++)
        {
            name = FormattableString.Invariant($"{wanted}{i}");
        }

        return SyntaxFactory.Identifier(name);
    }

    /// <summary>The names after a dot and before a colon are no variables.</summary>
    private static bool IsMemberOrArgument(SyntaxNode? name) =>
        name?.Parent is NameColonSyntax || (name?.Parent is MemberAccessExpressionSyntax access && access.Name == name);
}
