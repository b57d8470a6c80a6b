using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>A buffer that is allocated in a loop only to be passed to a network.</summary>
/// <param name="Loop">The outermost loop in which its length never changes.</param>
/// <param name="Declaration">The declaration of the variable that holds it; null where the allocation is itself the argument.</param>
/// <param name="Run">The first call of a network with it.</param>
/// <param name="Parameter">The name of the parameter of that call.</param>
/// <param name="Length">The number of floats, where it is known.</param>
/// <param name="CanBeShared">Whether all iterations can use one buffer: none sees what another has left in it.</param>
internal sealed record BufferInLoop(
    StatementSyntax Loop,
    LocalDeclarationStatementSyntax? Declaration,
    NetworkCall Run,
    string Parameter,
    long? Length,
    bool CanBeShared)
{
    /// <summary>The kinds of expressions that allocate.</summary>
    public static readonly SyntaxKind[] Allocations =
    [
        SyntaxKind.ArrayCreationExpression,
        SyntaxKind.ImplicitArrayCreationExpression,
        SyntaxKind.CollectionExpression,
        SyntaxKind.StackAllocArrayCreationExpression,
        SyntaxKind.ImplicitStackAllocArrayCreationExpression,
    ];

    /// <summary>Reads an allocation; null where it is not in a loop, or is of use for anything else.</summary>
    public static BufferInLoop? Of(
        ExpressionSyntax allocation, SemanticModel model, NetworkReadings readings, CancellationToken cancel)
    {
        List<StatementSyntax> loops = [.. Loops.Around(allocation)];
        if (loops.Count == 0
            || PartsOf(allocation) is not var (size, elements)
            || model.GetOperation(allocation, cancel) is not { } operation
            || operation is ICollectionExpressionOperation { Type: not IArrayTypeSymbol }
            || (size is null && IsInTheProgram(operation, elements, model, cancel)))
        {
            return null;
        }

        loops = [.. loops.TakeWhile(loop => size is null || new LoopInvariance(loop, model).IsSame(model.GetOperation(size, cancel)))];
        if (!loops.Any(loop => Loops.GoesOnAfter(allocation, loop, model)))
        {
            return null;
        }

        LocalDeclarationStatementSyntax? declaration = DeclarationOf(operation, out ILocalSymbol? local);
        List<(SyntaxNode Place, BufferUse Use)> uses = declaration is null
            ? [(allocation, BufferUse.Of(operation, readings, cancel))]
            : UsesOf(local!, declaration, model, readings, cancel);
        BufferUse first = uses.Select(use => use.Use).FirstOrDefault(use => use.IsRun);
        if (first is not { Call: { } run, Parameter: { } parameter } || uses.Any(use => use.Use.Access == BufferAccess.Escape))
        {
            return null;
        }

        LoopInvariance invariance = new(loops[loops.Count - 1], model);
        return new BufferInLoop(
            loops[loops.Count - 1],
            declaration,
            run,
            parameter,
            size is null ? elements.Count : model.GetConstantValue(size, cancel).Value as int?,
            elements.All(element => invariance.IsSame(model.GetOperation(element, cancel)))
                && (declaration is null || StartsAfresh(uses, declaration)));
    }

    /// <summary>Whether nothing is allocated: the compiler makes a read-only span over constants of data in the program.</summary>
    private static bool IsInTheProgram(
        IOperation allocation, IReadOnlyList<ExpressionSyntax> elements, SemanticModel model, CancellationToken cancel) =>
        allocation.Parent is IConversionOperation { Type: { Name: "ReadOnlySpan", IsRefLikeType: true } }
        && elements.All(element => model.GetConstantValue(element, cancel).HasValue);

    /// <summary>The size that is written, or the elements; null where the number of elements is not to be seen.</summary>
    private static (ExpressionSyntax? Size, IReadOnlyList<ExpressionSyntax> Elements)? PartsOf(ExpressionSyntax allocation)
    {
        (TypeSyntax? type, InitializerExpressionSyntax? initializer) = allocation switch
        {
            ArrayCreationExpressionSyntax array => (array.Type, array.Initializer),
            ImplicitArrayCreationExpressionSyntax array => (null, array.Initializer),
            StackAllocArrayCreationExpressionSyntax array => (array.Type, array.Initializer),
            ImplicitStackAllocArrayCreationExpressionSyntax array => (null, array.Initializer),
            _ => default((TypeSyntax?, InitializerExpressionSyntax?)),
        };
        if (allocation is CollectionExpressionSyntax { Elements: var list })
        {
            return list.All(element => element is ExpressionElementSyntax)
                ? (null, [.. list.Cast<ExpressionElementSyntax>().Select(element => element.Expression)])
                : null;
        }

        return initializer is not null ? (null, initializer.Expressions)
            : type is ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var size] }] } ? (size, [])
            : null;
    }

    /// <summary>The statement that declares a variable with the allocation, or a span over it, as its first value.</summary>
    private static LocalDeclarationStatementSyntax? DeclarationOf(IOperation allocation, out ILocalSymbol? local)
    {
        var declarator = BufferUse.LastSpan(allocation).Value.Parent?.Parent as IVariableDeclaratorOperation;
        local = declarator?.Symbol;
        return declarator?.Syntax.Parent?.Parent as LocalDeclarationStatementSyntax;
    }

    private static List<(SyntaxNode Place, BufferUse Use)> UsesOf(
        ILocalSymbol local,
        LocalDeclarationStatementSyntax declaration,
        SemanticModel model,
        NetworkReadings readings,
        CancellationToken cancel)
    {
        SyntaxNode scope = declaration.Parent is SwitchSectionSyntax section ? section.Parent! : declaration.Parent!;
        return
        [
            .. References.To(local, scope, model, cancel).Select(name => (
                (SyntaxNode)name,
                Loops.IsInFunctionInside(name, scope) || model.GetOperation(name, cancel) is not { } reference
                    ? new BufferUse(BufferAccess.Escape)
                    : BufferUse.Of(reference, readings, cancel))),
        ];
    }

    /// <summary>
    /// Whether nothing is ever written to the buffer, or else a network writes all of it before anything else looks at it:
    /// the first statement that uses it is a call beside its declaration.
    /// </summary>
    private static bool StartsAfresh(List<(SyntaxNode Place, BufferUse Use)> uses, LocalDeclarationStatementSyntax declaration)
    {
        List<(SyntaxNode Place, BufferUse Use)> contentUses = [.. uses.Where(use => use.Use.Access != BufferAccess.Length)];
        (SyntaxNode place, BufferUse first) = contentUses[0];
        return contentUses.All(use => use.Use.Access == BufferAccess.Read)
            || (first is { Access: BufferAccess.Overwrite, Call: { } call }
                && call.Invocation.Syntax.Parent is ExpressionStatementSyntax statement
                && statement.Parent == declaration.Parent
                && contentUses.Count(use => statement.Span.Contains(use.Place.Span)) == 1);
    }
}
