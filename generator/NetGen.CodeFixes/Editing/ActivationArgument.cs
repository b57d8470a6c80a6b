using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>The argument of a layer attribute that gives the activation.</summary>
internal static class ActivationArgument
{
    /// <summary>The argument a finding stands at; null where the source has changed.</summary>
    public static async Task<AttributeArgumentSyntax?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        return root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>();
    }

    /// <summary>The network whose attribute the argument, or other part of it, belongs to.</summary>
    public static async Task<NetworkReading?> NetworkAsync(Document document, SyntaxNode argument, CancellationToken cancel) =>
        await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is { } model
            && argument.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && model.GetDeclaredSymbol(type, cancel) is { } symbol
                ? NetworkReadings.Of(model.Compilation, document.Project.AnalyzerOptions)?.Read(symbol, cancel)
                : null;

    /// <summary>Puts another activation in place of whatever expression gives the present one.</summary>
    public static void Replace(DocumentEditor editor, AttributeArgumentSyntax argument, string activation) => editor.ReplaceNode(
        argument.Expression,
        SyntaxFactory.ParseExpression("global::NetGen.Activation." + activation)
            .WithTriviaFrom(argument.Expression)
            .WithAdditionalAnnotations(Simplifier.Annotation));
}
