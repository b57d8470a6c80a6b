using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds networks that are declared in a way that no code can be generated for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : NetworkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.NotPartial,
        Rules.NotAPlainClass,
        Rules.NoLayers,
        Rules.LayersElsewhere,
        Rules.OutOfRange,
        Rules.NameCollision,
    ];

    private protected override Location LocationOf(Problem problem, NetworkReading reading, CancellationToken cancel) =>
        (problem.Member is { } member ? MemberReader.Place(reading.Type, member)
            : problem.Id == Rules.LayersElsewhere.Id ? FirstLayerElsewhere(reading, cancel)
            : null)
        ?? base.LocationOf(problem, reading, cancel);

    private static Location? FirstLayerElsewhere(NetworkReading reading, CancellationToken cancel) => DeclarationReader
        .LayerAttributes(reading.Type).FirstOrDefault(layer => !reading.LayerAttributes.Contains(layer))?
        .ApplicationSyntaxReference?.GetSyntax(cancel).GetLocation();
}
