using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>
/// Finds layers, and <c>[Trainable]</c> without any, on a type no part of which is a network; attributes are not inherited
/// from a base class.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoNetworkAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.NoNetwork, Rules.TrainableWithoutNetwork];

    private protected override void Register(CompilationStartAnalysisContext start, NetworkReadings readings) =>
        start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DeclarationReader.IsNetwork(type))
        {
            return;
        }

        ImmutableArray<AttributeData> layers = DeclarationReader.LayerAttributes(type);
        if (!layers.IsEmpty)
        {
            string count = layers.Length == 1 ? "a layer" : $"{Grouped.Number(layers.Length)} layers";
            Report(context, Rules.NoNetwork, layers[0], $"'{type.Name}' has {count} but no [Network], which gives the number of inputs");
        }
        else if (DeclarationReader.TrainableAttributeOf(type) is { } trainable)
        {
            Report(context, Rules.TrainableWithoutNetwork, trainable, $"'{type.Name}' is no network: it has neither [Network] nor layers");
        }
    }

    private static void Report(SymbolAnalysisContext context, DiagnosticDescriptor rule, AttributeData attribute, string message)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } place)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, place.GetLocation(), message));
        }
    }
}
