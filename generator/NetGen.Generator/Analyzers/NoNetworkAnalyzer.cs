using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds layers on a type no part of which is a network; attributes are not inherited from a base class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoNetworkAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NoNetwork];

    private protected override void Register(CompilationStartAnalysisContext start, NetworkReadings readings) =>
        start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        ImmutableArray<AttributeData> layers = DeclarationReader.LayerAttributes(type);
        if (!layers.IsEmpty && !DeclarationReader.IsNetwork(type)
            && layers[0].ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } first)
        {
            string count = layers.Length == 1 ? "a layer" : $"{Grouped.Number(layers.Length)} layers";
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.NoNetwork, first.GetLocation(), $"'{type.Name}' has {count} but no [Network], which gives the number of inputs"));
        }
    }
}
