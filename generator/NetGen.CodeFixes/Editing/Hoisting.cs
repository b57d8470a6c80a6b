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
    /// Whether there is a place for the variable before the loop, and the expression can go there, with its declaration in
    /// the loop if there is one: that declares nothing else, and no directive is on the way.
    /// </summary>
    public static bool IsPossible(ExpressionSyntax expression, LocalDeclarationStatementSyntax? declaration, StatementSyntax loop) =>
        loop.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax
        && !loop.GetLeadingTrivia().Any(trivia => trivia.IsDirective)
        && (declaration ?? (SyntaxNode)expression) is { ContainsDirectives: false }
        && declaration is null or { Declaration.Variables.Count: 1 };

    /// <summary>Moves the declaration that has the expression, or else declares a variable of that type and name for it.</summary>
    public static void Hoist(
        DocumentEditor editor,
        ExpressionSyntax expression,
        LocalDeclarationStatementSyntax? declaration,
        ITypeSymbol type,
        string name,
        StatementSyntax loop)
    {
        if (declaration is null)
        {
            Extract(editor, expression, type, name, loop);
        }
        else
        {
            Move(editor, declaration, loop);
        }
    }

    private static void Move(DocumentEditor editor, LocalDeclarationStatementSyntax declaration, StatementSyntax loop)
    {
        VariableDeclaratorSyntax variable = declaration.Declaration.Variables[0];
        ISymbol symbol = editor.SemanticModel.GetDeclaredSymbol(variable)!;
        List<IdentifierNameSyntax> references = [.. References.To(symbol, loop, editor.SemanticModel, CancellationToken.None)];
        SyntaxToken name = UnusedNames.Of(editor).Pick(
            symbol.Name, loop, references.Select(reference => reference.Identifier).Append(variable.Identifier));
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
    private static void Extract(DocumentEditor editor, ExpressionSyntax expression, ITypeSymbol type, string name, StatementSyntax loop)
    {
        SyntaxToken unused = UnusedNames.Of(editor).Pick(name, loop);
        editor.ReplaceNode(expression, SyntaxFactory.IdentifierName(unused).WithTriviaFrom(expression));
        Insert(editor, loop, ((StatementSyntax)editor.Generator.LocalDeclarationStatement(
            type, unused.ValueText, expression.WithoutTrivia())).WithoutTrivia());
    }

    /// <summary>Puts the declaration on a line of its own before the loop, and the blank lines before the loop before it.</summary>
    private static void Insert(DocumentEditor editor, StatementSyntax loop, StatementSyntax declaration)
    {
        SyntaxTriviaList end = declaration.GetTrailingTrivia();
        if (!end.Any(IsEndOfLine))
        {
            SyntaxTrivia endOfLine = editor.OriginalRoot.DescendantTrivia().FirstOrDefault(IsEndOfLine);
            declaration = declaration.WithTrailingTrivia(
                end.Where(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia))
                    .Append(IsEndOfLine(endOfLine) ? endOfLine : SyntaxFactory.LineFeed));
        }

        SyntaxAnnotation mark = new();
        SyntaxNode place = loop.Parent is GlobalStatementSyntax global ? global : loop;
        declaration = declaration.WithAdditionalAnnotations(Formatter.Annotation, mark);
        editor.InsertBefore(place, place == loop ? declaration : SyntaxFactory.GlobalStatement(declaration));
        editor.ReplaceNode(place.Parent!, (current, _) =>
        {
            List<SyntaxNode> nodes = [.. current.ChildNodes()];
            int next = 1 + nodes.FindIndex(
                node => node.HasAnnotation(mark) || node.ChildNodes().Any(child => child.HasAnnotation(mark)));
            SyntaxTriviaList blank = [.. nodes[next].GetLeadingTrivia().TakeWhile(IsEndOfLine)];
            return current.ReplaceNodes([nodes[next - 1], nodes[next]], (node, _) => node == nodes[next]
                ? WithoutBlankLines(node)
                : node.WithLeadingTrivia(blank.AddRange(node.GetLeadingTrivia())));
        });
    }

    private static BlockSyntax WithoutBlankLineAtStart(BlockSyntax block) =>
        block.Statements is [var first, ..] ? block.ReplaceNode(first, WithoutBlankLines(first)) : block;

    /// <summary>The statement without the blank lines before it, and before its comment.</summary>
    private static T WithoutBlankLines<T>(T statement)
        where T : SyntaxNode =>
        statement.WithLeadingTrivia(statement.GetLeadingTrivia().SkipWhile(IsEndOfLine));

    private static bool IsEndOfLine(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
