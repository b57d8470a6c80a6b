using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Shows the problems of a network's model, each at its attribute argument.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
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
        Rules.InputsDiffer,
        Rules.WrongArrayLength,
        Rules.NoWeightsFile,
        Rules.MissingTensor,
        Rules.WrongTensorShape,
        Rules.UnreadableFile,
        Rules.PartialWeights,
        Rules.TooManyParameters,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            Lazy<EquatableArray<WeightManifest>> manifests = new(() => new EquatableArray<WeightManifest>(
                start.Options.AdditionalFiles
                    .Where(file => file.Path.EndsWith(WeightManifest.FileExtension, StringComparison.Ordinal))
                    .Select(file => WeightManifest.Parse(file.GetText()?.ToString() ?? ""))));
            start.RegisterSymbolAction(symbol => Analyze(symbol, manifests), SymbolKind.NamedType);
        });
    }

    private void Analyze(SymbolAnalysisContext context, Lazy<EquatableArray<WeightManifest>> manifests)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        AttributeData? network = type.GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == DeclarationReader.NetworkAttribute);
        if (network?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax attribute
            || attribute.Parent?.Parent is not TypeDeclarationSyntax part)
        {
            return;
        }

        NetworkModel model = ModelBuilder.Build(DeclarationReader.Read(type, part, network), manifests.Value);
        ImmutableArray<AttributeData> layers =
            DeclarationReader.LayerAttributesOn(DeclarationReader.LayerAttributes(type), part);
        foreach (Problem problem in model.Problems)
        {
            AttributeData? place = problem.Layer >= 0 ? layers[problem.Layer] : problem.Argument is null ? null : network;
            Location location = place?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax syntax
                ? LocationOf(syntax, place, problem.Argument)
                : part.Identifier.GetLocation();
            DiagnosticDescriptor rule = SupportedDiagnostics.Single(rule => rule.Id == problem.Id);
            context.ReportDiagnostic(Diagnostic.Create(rule, location, problem.Message));
        }
    }

    /// <summary>The place of an argument by its property's or parameter's name, or else of the attribute.</summary>
    private static Location LocationOf(AttributeSyntax attribute, AttributeData data, string? argument)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        for (int i = 0; i < arguments.Count; i++)
        {
            string? name = arguments[i].NameEquals?.Name.Identifier.ValueText
                ?? arguments[i].NameColon?.Name.Identifier.ValueText
                ?? data.AttributeConstructor?.Parameters.ElementAtOrDefault(i)?.Name;
            if (name == argument)
            {
                return arguments[i].GetLocation();
            }
        }

        return attribute.GetLocation();
    }
}
