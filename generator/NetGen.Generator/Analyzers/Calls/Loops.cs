using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Analyzers;

/// <summary>The loops around a piece of code. A lambda or a local function in a loop has a life of its own, so there they end.</summary>
internal static class Loops
{
    /// <summary>The loops that come to the node again and again, innermost first.</summary>
    public static IEnumerable<StatementSyntax> Around(SyntaxNode node)
    {
        foreach ((SyntaxNode part, SyntaxNode whole) in Ancestors(node))
        {
            if (whole is WhileStatementSyntax or DoStatementSyntax
                || (whole is ForStatementSyntax loop && (part == loop.Statement || part == loop.Condition || IsIn(loop.Incrementors, part)))
                || (whole is CommonForEachStatementSyntax each && part == each.Statement))
            {
                yield return (StatementSyntax)whole;
            }
        }
    }

    /// <summary>Whether the node is in a function of its own inside the other.</summary>
    public static bool IsInFunctionInside(SyntaxNode node, SyntaxNode outer) =>
        node.Ancestors().TakeWhile(ancestor => ancestor != outer).Any(IsFunction);

    /// <summary>Whether the loop can go on after the node: not where a return, a break or a throw follows in any case.</summary>
    public static bool GoesOnAfter(SyntaxNode node, StatementSyntax loop, SemanticModel model)
    {
        foreach (StatementSyntax statement in node.AncestorsAndSelf().OfType<StatementSyntax>().TakeWhile(ancestor => ancestor != loop))
        {
            if (statement is BlockSyntax)
            {
                continue;
            }

            StatementSyntax last = statement.Parent switch
            {
                BlockSyntax block => block.Statements.Last(),
                SwitchSectionSyntax section => section.Statements.Last(),
                _ => statement,
            };
            if (model.AnalyzeControlFlow(statement, last) is not { Succeeded: true } flow)
            {
                return false;
            }

            if (flow.ExitPoints.Any(exit => StaysIn(loop, exit)))
            {
                return true;
            }

            if (!flow.EndPointIsReachable)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every iteration comes to the node and is done with it, unless it leaves the loop before.</summary>
    public static bool AlwaysComesTo(SyntaxNode node, StatementSyntax loop) =>
        !Ancestors(node).TakeWhile(step => step.Part != loop).Any(step => IsCondition(step.Part, step.Whole))
        && !loop.DescendantNodes().OfType<ContinueStatementSyntax>().Any(
            jump => jump.SpanStart < node.SpanStart && TargetOf(jump) is { } target && target.Span.Contains(node.Span));

    private static IEnumerable<(SyntaxNode Part, SyntaxNode Whole)> Ancestors(SyntaxNode node)
    {
        for (SyntaxNode part = node; part.Parent is { } whole && !IsFunction(whole); part = whole)
        {
            yield return (part, whole);
        }
    }

    private static bool IsFunction(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax or MemberDeclarationSyntax;

    private static bool IsIn(SeparatedSyntaxList<ExpressionSyntax> list, SyntaxNode part) => list.Any(item => item == part);

    /// <summary>Whether the part is run in some cases only, or tried again where it fails.</summary>
    private static bool IsCondition(SyntaxNode part, SyntaxNode whole) => whole switch
    {
        IfStatementSyntax branch => part != branch.Condition,
        ConditionalExpressionSyntax branch => part != branch.Condition,
        BinaryExpressionSyntax binary => part == binary.Right
            && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression,
        AssignmentExpressionSyntax assignment => part == assignment.Right && assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression),
        ConditionalAccessExpressionSyntax access => part == access.WhenNotNull,
        SwitchSectionSyntax or SwitchExpressionArmSyntax or CatchClauseSyntax => true,
        TryStatementSyntax attempt => part == attempt.Block && attempt.Catches.Count > 0,
        _ => false,
    };

    /// <summary>Whether a jump out of some statements in the loop ends in the loop.</summary>
    private static bool StaysIn(StatementSyntax loop, SyntaxNode exit) => exit switch
    {
        ContinueStatementSyntax => TargetOf(exit) is { } target && loop.Span.Contains(target.Span),
        BreakStatementSyntax => TargetOf(exit) is { } target && target != loop && loop.Span.Contains(target.Span),
        GotoStatementSyntax jump => !jump.IsKind(SyntaxKind.GotoStatement),
        _ => false,
    };

    /// <summary>The loop, or for a break also the switch, that a jump is about.</summary>
    private static SyntaxNode? TargetOf(SyntaxNode jump) => jump.Ancestors().FirstOrDefault(ancestor => ancestor
        is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
        || (jump is BreakStatementSyntax && ancestor is SwitchStatementSyntax));
}
