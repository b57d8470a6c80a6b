using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>Allocates a buffer once, before the loop that only passes it to a network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HoistBufferFix))]
[Shared]
public sealed class HoistBufferFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN301"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model
            || NetworkReadings.Of(model.Compilation, document.Project.AnalyzerOptions) is not { } readings
            || model.SyntaxTree.GetRoot(cancel).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                is not ExpressionSyntax allocation
            || BufferInLoop.Of(allocation, model, readings, cancel) is not { CanBeShared: true } buffer
            || !Hoisting.IsPossible(allocation, buffer.Declaration, buffer.Loop))
        {
            return [];
        }

        ITypeSymbol type = TypeOf(allocation, buffer.Declaration, model, cancel);
        if (type.IsRefLikeType && Pauses(buffer.Loop))
        {
            return [];
        }

        return
        [
            new Offer("Allocate the buffer before the loop", nameof(HoistBufferFix), editor => Hoisting.Hoist(
                editor, allocation, buffer.Declaration, type, buffer.Parameter, buffer.Loop)),
        ];
    }

    /// <summary>The type of the variable that holds the buffer, or will.</summary>
    private static ITypeSymbol TypeOf(
        ExpressionSyntax allocation, LocalDeclarationStatementSyntax? declaration, SemanticModel model, CancellationToken cancel)
    {
        ITypeSymbol number = model.Compilation.GetSpecialType(SpecialType.System_Single);
        return declaration is not null ? ((ILocalSymbol)model.GetDeclaredSymbol(declaration.Declaration.Variables[0], cancel)!).Type
            : allocation is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax
                ? model.Compilation.GetTypeByMetadataName("System.Span`1")!.Construct(number)
            : model.Compilation.CreateArrayTypeSymbol(number);
    }

    /// <summary>Whether the loop may be left and come back to, which no span outlives.</summary>
    private static bool Pauses(StatementSyntax loop) =>
        loop.DescendantTokens().Any(token => token.IsKind(SyntaxKind.AwaitKeyword) || token.IsKind(SyntaxKind.YieldKeyword));
}
