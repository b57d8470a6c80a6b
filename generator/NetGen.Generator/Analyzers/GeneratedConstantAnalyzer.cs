using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;

namespace NetGen.Generator.Analyzers;

/// <summary>
/// Finds arguments that are constants of a network: they are generated, so that no generator sees their value, and the
/// network declared with them would be a stub without any error.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedConstantAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.OutOfRange];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.AttributeArgument);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.Parent?.Parent is not AttributeSyntax attribute
            || !DeclarationReader.IsNetworkOrLayer(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type))
        {
            return;
        }

        foreach (SimpleNameSyntax name in context.Node.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is IFieldSymbol { IsConst: true } field
                && IsGenerated(field))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.OutOfRange,
                    context.Node.GetLocation(),
                    $"'{context.Node}' is generated, so its value is not known here; write the number, or a constant of your own"));
                return;
            }
        }
    }

    /// <summary>Whether the field, of a network or of one of its layers, stands in generated source.</summary>
    private static bool IsGenerated(IFieldSymbol field)
    {
        bool isOfNetwork = false;
        for (INamedTypeSymbol? type = field.ContainingType; type is not null; type = type.ContainingType)
        {
            isOfNetwork |= type.GetAttributes().Any(attribute => DeclarationReader.IsNetworkOrLayer(attribute.AttributeClass));
        }

        return isOfNetwork && field.DeclaringSyntaxReferences.Any(declaration => GeneratedSource.Contains(declaration.SyntaxTree));
    }
}
