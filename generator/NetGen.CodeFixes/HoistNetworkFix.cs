using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>Makes a network once, before the loop that makes it again and again.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoistNetworkFix))]
[Shared]
public sealed class HoistNetworkFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN302"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
            || NetworkReadings.Of(model.Compilation, document.Project.AnalyzerOptions) is not { } readings
            || model.SyntaxTree.GetRoot(cancel).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                is not InvocationExpressionSyntax invocation
            || NetworkInLoop.Of(invocation, model, readings, cancel) is not { IsAlwaysMade: true } network
            || !Hoisting.IsPossible(invocation, network.Declaration, network.Loop)
            || !CanMove(invocation, network, model, cancel))
        {
            return [];
        }

        return
        [
            new Offer("Make the network before the loop", nameof(HoistNetworkFix), editor => Hoisting.Hoist(
                editor, invocation, network.Declaration, network.Call.Network, "network", network.Loop)),
        ];
    }

    /// <summary>Whether it is the same, made before: no try statement waits for it to fail, and nothing takes its place later.</summary>
    private static bool CanMove(
        InvocationExpressionSyntax invocation, NetworkInLoop network, SemanticModel model, CancellationToken cancel) =>
        invocation.Parent is not ExpressionStatementSyntax
        && !invocation.Ancestors().TakeWhile(ancestor => ancestor != network.Loop).Any(ancestor => ancestor is TryStatementSyntax)
        && (network.Declaration is null
            || References.To(model.GetDeclaredSymbol(network.Declaration.Declaration.Variables[0], cancel)!, network.Loop, model, cancel)
                .All(name => !IsWritten(model.GetOperation(name, cancel))));

    private static bool IsWritten(IOperation? reference) => reference?.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter is not { RefKind: RefKind.None },
        ITupleOperation => true,
        _ => false,
    };
}
