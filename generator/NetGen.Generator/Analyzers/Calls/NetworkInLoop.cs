using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>A network that is made in a loop, each time of the same file, parameters or seed.</summary>
/// <param name="Loop">The outermost loop in which it is the same.</param>
/// <param name="Declaration">The declaration in the loop of the variable that holds it; null where there is none.</param>
/// <param name="Call">The call that makes it.</param>
/// <param name="IsAlwaysMade">Whether every iteration makes it.</param>
internal sealed record NetworkInLoop(
    StatementSyntax Loop, LocalDeclarationStatementSyntax? Declaration, NetworkCall Call, bool IsAlwaysMade)
{
    /// <summary>
    /// Reads a call; null where it does not make a network, or where it is not certain that it makes the same again and
    /// again. What only some iterations make, to be kept, may be made once: at first use, or when the file has changed.
    /// </summary>
    public static NetworkInLoop? Of(
        InvocationExpressionSyntax invocation, SemanticModel model, NetworkReadings readings, CancellationToken cancel)
    {
        if (NameOf(invocation.Expression) is not ("Load" or "FromParameters" or "Initialize")
            || !Loops.Around(invocation).Any()
            || model.GetOperation(invocation, cancel) is not IInvocationOperation { Arguments: [var argument] } operation
            || NetworkCall.Of(operation, readings, cancel) is not { } call)
        {
            return null;
        }

        LocalDeclarationStatementSyntax? declaration = DeclarationOf(invocation);
        bool isDropped = IsReceiver(invocation) || (declaration is not null && IsOnlyReceiver(declaration, model, cancel));
        StatementSyntax? loop = Loops.Around(invocation).LastOrDefault(loop =>
            (isDropped || Loops.AlwaysComesTo(invocation, loop))
            && Loops.GoesOnAfter(invocation, loop, model)
            && new NetworkSource(loop, model, readings, cancel).IsSame(argument.Value));
        return loop is null ? null : new NetworkInLoop(loop, declaration, call, Loops.AlwaysComesTo(invocation, loop));
    }

    private static string? NameOf(ExpressionSyntax method) => method switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static LocalDeclarationStatementSyntax? DeclarationOf(InvocationExpressionSyntax invocation) =>
        invocation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            ? variable.Parent?.Parent as LocalDeclarationStatementSyntax
            : null;

    /// <summary>Whether the network is used for a call and for nothing else, so that the next iteration cannot have it.</summary>
    private static bool IsReceiver(ExpressionSyntax network) =>
        network.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Expression == network;

    private static bool IsOnlyReceiver(LocalDeclarationStatementSyntax declaration, SemanticModel model, CancellationToken cancel) =>
        declaration.Declaration.Variables is [var variable]
        && model.GetDeclaredSymbol(variable, cancel) is { } network
        && References.To(network, declaration.Parent!, model, cancel)
            .All(name => IsReceiver(name) && !Loops.IsInFunctionInside(name, declaration.Parent!));
}
