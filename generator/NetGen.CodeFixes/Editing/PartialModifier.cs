using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Makes types partial.</summary>
internal static class PartialModifier
{
    /// <summary>Gives the type with <c>partial</c> as its last modifier, where C# wants it; as it is, if it has it.</summary>
    public static TypeDeclarationSyntax AddTo(TypeDeclarationSyntax type)
    {
        // Without elastic trivia, which would have the code around it formatted.
        SyntaxToken partial = SyntaxFactory.Token(default, SyntaxKind.PartialKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return type.Modifiers.Any(SyntaxKind.PartialKeyword) ? type
            : type.Modifiers.Count > 0 ? type.WithModifiers(type.Modifiers.Add(partial))
            : type.WithKeyword(type.Keyword.WithLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia)));
    }
}
