using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds activations that stop gradients: many that saturate, and ReLU on the output layer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActivationAnalyzer : NetworkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.VanishingGradients, Rules.ReluOutput];

    private protected override IEnumerable<Problem> Find(NetworkModel model) =>
        model.HasErrors ? [] : VanishingGradients.In(model).Concat(CutOutputs.In(model));
}
