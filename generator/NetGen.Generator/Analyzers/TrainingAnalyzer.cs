using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds networks that cannot learn with the loss they are trained with, or hardly.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingAnalyzer : NetworkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.SoftmaxRegression,
        Rules.OneClass,
        Rules.StepActivation,
        Rules.SigmoidCrossEntropy,
        Rules.NoProbabilities,
    ];

    private protected override IEnumerable<Problem> Find(NetworkModel model) =>
        model.HasErrors ? base.Find(model) : MisfitLoss.In(model);
}
