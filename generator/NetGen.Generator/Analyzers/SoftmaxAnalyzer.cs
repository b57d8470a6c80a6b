using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds softmax in hidden layers and over one unit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SoftmaxAnalyzer : NetworkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.HiddenSoftmax, Rules.SoftmaxOfOne];

    private protected override IEnumerable<Problem> Find(NetworkModel model) => model.HasErrors ? [] : MisplacedSoftmax.In(model);
}
