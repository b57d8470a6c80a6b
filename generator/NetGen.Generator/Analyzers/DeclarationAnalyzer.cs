using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
        Rules.ContainerNotPartial,
        Rules.NotAPlainClass,
        Rules.NoLayers,
        Rules.LayersElsewhere,
        Rules.OutOfRange,
        Rules.NameCollision,
    ];

    private protected override IEnumerable<Problem> Find(NetworkModel model) =>
        model.Problems.Where(problem => SupportedDiagnostics.Any(rule => rule.Id == problem.Id));
}
