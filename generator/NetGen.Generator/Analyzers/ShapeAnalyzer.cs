using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds shapes and weights that do not fit one another.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer : NetworkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Rules.InputsDiffer,
        Rules.WrongArrayLength,
        Rules.NoWeightsFile,
        Rules.MissingTensor,
        Rules.WrongTensorShape,
        Rules.UnreadableFile,
        Rules.PartialWeights,
        Rules.NotFinite,
        Rules.UnusedTensors,
        Rules.TooManyParameters,
    ];

    private protected override IEnumerable<Problem> FindAmong(NetworkModel model, Func<IEnumerable<NetworkModel>> all) =>
        UnusedTensors.Find(model, all) is { } problem ? [problem] : [];
}
