using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;

namespace NetGen.Generator.Analyzers;

/// <summary>
/// Finds arguments that are made of constants of a network: those are generated, so that no generator sees their value, and
/// the network declared with them would be a stub without any error.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedConstantAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.OutOfRange];

    private protected override void Register(CompilationStartAnalysisContext start, NetworkReadings readings) =>
        start.RegisterSyntaxNodeAction(Analyze, SyntaxKind.AttributeArgument);

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.Parent?.Parent is not AttributeSyntax attribute
            || !DeclarationReader.IsOfNetwork(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type))
        {
            return;
        }

        if (GeneratedConstant.In(context.Node, context.SemanticModel, context.CancellationToken) is { } constant)
        {
            string name = constant.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.OutOfRange,
                context.Node.GetLocation(),
                $"'{name}' is generated, so its value is not known here; write the number, or a constant that is not made of it"));
        }
    }
}
