using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>Moves what every iteration of a loop makes to a variable that is declared before the loop.</summary>
internal static class Hoisting
{
    /// <summary>
    /// Whether there is a place for the variable before the loop, and its declaration in the loop, if there is one, can
    /// be moved: it declares nothing else, and no directive would come along.
    /// </summary>
    public static bool IsPossible(StatementSyntax loop, LocalDeclarationStatementSyntax? declaration) =>
        loop.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
        && declaration is null or { ContainsDirectives: false, Declaration.Variables.Count: 1 };

    /// <summary>Moves a declaration.</summary>
    public static void Move(DocumentEditor editor, LocalDeclarationStatementSyntax declaration, StatementSyntax loop)
    {
        VariableDeclaratorSyntax variable = declaration.Declaration.Variables[0];
        ISymbol symbol = editor.SemanticModel.GetDeclaredSymbol(variable)!;
        List<IdentifierNameSyntax> references = [.. References.To(symbol, loop, editor.SemanticModel, CancellationToken.None)];
        SyntaxToken name = UnusedNames.Pick(
            editor, loop, symbol.Name, [.. references.Select(reference => reference.Identifier), variable.Identifier]);
        foreach (IdentifierNameSyntax reference in references.Where(_ => name.ValueText != symbol.Name))
        {
            editor.ReplaceNode(reference, (current, _) =>
                ((IdentifierNameSyntax)current).WithIdentifier(name.WithTriviaFrom(reference.Identifier)));
        }

        editor.RemoveNode(declaration, SyntaxRemoveOptions.KeepNoTrivia);
        if (declaration.Parent is BlockSyntax block)
        {
            editor.ReplaceNode(block, (current, _) => WithoutBlankLineAtStart((BlockSyntax)current));
        }

        Insert(editor, loop, WithoutBlankLines(declaration.ReplaceToken(
            variable.Identifier, name.WithTriviaFrom(variable.Identifier))));
    }

    /// <summary>Declares a variable for an expression and puts its name in place of the expression.</summary>
    public static void Extract(DocumentEditor editor, ExpressionSyntax expression, ITypeSymbol type, string name, StatementSyntax loop)
    {
        SyntaxToken unused = UnusedNames.Pick(editor, loop, name, own: []);
        editor.ReplaceNode(expression, SyntaxFactory.IdentifierName(unused).WithTriviaFrom(expression));
        Insert(editor, loop, (StatementSyntax)editor.Generator.LocalDeclarationStatement(
            type, unused.ValueText, expression.WithoutTrivia()));
    }

    private static void Insert(DocumentEditor editor, StatementSyntax loop, StatementSyntax declaration)
    {
        declaration = declaration.WithAdditionalAnnotations(Formatter.Annotation);
        if (loop.Parent is GlobalStatementSyntax global)
        {
            editor.InsertBefore(global, SyntaxFactory.GlobalStatement(declaration));
        }
        else
        {
            editor.InsertBefore(loop, declaration);
        }
    }

    private static BlockSyntax WithoutBlankLineAtStart(BlockSyntax block) =>
        block.ReplaceNode(block.Statements[0], WithoutBlankLines(block.Statements[0]));

    /// <summary>The statement without the blank lines before it, and before its comment.</summary>
    private static T WithoutBlankLines<T>(T statement)
        where T : StatementSyntax =>
        statement.WithLeadingTrivia(statement.GetLeadingTrivia().SkipWhile(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
}
