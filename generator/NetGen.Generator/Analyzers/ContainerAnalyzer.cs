using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds types that contain a network and are not partial: one finding a type, however many networks it contains.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContainerAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.ContainerNotPartial];

    private protected override void Register(CompilationStartAnalysisContext start, NetworkReadings readings) =>
        start.RegisterSymbolAction(symbol => Analyze(symbol, readings), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, NetworkReadings readings)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (DeclarationReader.IsNetwork(type))
        {
            return; // A network that is not partial has a rule of its own.
        }

        foreach (NetworkReading network in NetworksIn(type, readings, context.CancellationToken))
        {
            TypeDeclarationSyntax? part = network.Part.Ancestors().OfType<TypeDeclarationSyntax>()
                .ElementAtOrDefault(Depth(network.Type) - Depth(type) - 1);
            if (part?.Modifiers.Any(SyntaxKind.PartialKeyword) == false)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rules.ContainerNotPartial, part.Identifier.GetLocation(), TypeCheck.NotPartial(type.Name, network.Type.Name)));
                return;
            }
        }
    }

    private static int Depth(INamedTypeSymbol type) => type.ContainingType is { } around ? Depth(around) + 1 : 0;

    private static IEnumerable<NetworkReading> NetworksIn(INamedTypeSymbol type, NetworkReadings readings, CancellationToken cancel)
    {
        foreach (INamedTypeSymbol nested in type.GetTypeMembers())
        {
            if (readings.Read(nested, cancel) is { } network)
            {
                yield return network;
            }

            foreach (NetworkReading inner in NetworksIn(nested, readings, cancel))
            {
                yield return inner;
            }
        }
    }
}
