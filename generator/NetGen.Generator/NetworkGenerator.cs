using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Code;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;
using NetGen.Generator.Plan;

namespace NetGen.Generator;

/// <summary>
/// Writes the forward pass of each class with <c>[Network]</c>: declaration, model, plan, code. Each step's result is
/// compared by value, so that an edit elsewhere ends where it changes nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The tracked steps, for tests of caching.</summary>
    internal const string DeclarationStep = "Declaration", ManifestStep = "Manifest", ModelStep = "Model";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkDeclaration> declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                DeclarationReader.NetworkAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, _) => DeclarationReader.Read(
                    (INamedTypeSymbol)found.TargetSymbol, (TypeDeclarationSyntax)found.TargetNode, found.Attributes[0]))
            .WithTrackingName(DeclarationStep);

        IncrementalValueProvider<EquatableArray<WeightManifest>> manifests = context.AdditionalTextsProvider
            .Where(ManifestReader.IsManifest)
            .Select(ManifestReader.Read)
            .Collect()
            .Select(static (files, _) => new EquatableArray<WeightManifest>(files))
            .WithTrackingName(ManifestStep);

        IncrementalValuesProvider<NetworkModel> models = declarations
            .Combine(manifests)
            .Select(static (pair, _) => ModelBuilder.Build(pair.Left, pair.Right))
            .WithTrackingName(ModelStep);

        IncrementalValuesProvider<NetworkFile> files = models
            .Where(static model => model.CanExtend)
            .Collect()
            .SelectMany(static (all, _) => NetworkFile.Of(all));

        context.RegisterSourceOutput(files, static (output, file) =>
        {
            NetworkPlan plan = NetworkPlan.Of(file.Model);
            output.AddSource($"{file.Name}g.cs", SourceText.From(NetworkCode.Print(plan), Encoding.UTF8));
            if (TrainingPlan.Of(file.Model) is { } training)
            {
                string source = TrainerCode.Print(training, NetworkCode.Failure(plan));
                output.AddSource($"{file.Name}Trainer.g.cs", SourceText.From(source, Encoding.UTF8));
            }
        });
    }
}
