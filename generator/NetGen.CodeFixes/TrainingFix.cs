using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.CodeFixes;

/// <summary>Replaces the loss of a trainable network, the activation of a layer, or both, so that the network can learn.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrainingFix))]
[Shared]
public sealed class TrainingFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ["NETGEN401", "NETGEN402", "NETGEN403", "NETGEN404", "NETGEN406"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || await ActivationArgument.NetworkAsync(document, attribute, cancel).ConfigureAwait(false) is not { } network
            || DeclarationReader.TrainableAttributeOf(network.Type) is not { } trainable)
        {
            return [];
        }

        diagnostic.Properties.TryGetValue(NetworkAnalyzer.RightProperty, out string? right);
        (string? loss, string? activation) = diagnostic.Id switch
        {
            "NETGEN402" => (nameof(Loss.BinaryCrossEntropy), nameof(Activation.Sigmoid)),
            "NETGEN403" or "NETGEN406" => (null, right),
            _ => (right, null),
        };
        List<ArgumentEdit> edits = [];
        string[] names = [];
        if (loss is not null)
        {
            // Class numbers are of another type than the targets of the other losses.
            if (await GeneratedUse.NeedsTrainerAsync(network.Type, document, cancel).ConfigureAwait(false))
            {
                return [];
            }

            edits.Add(WithLoss(trainable, loss));
            names = [$"'Loss.{loss}'"];
        }

        if (activation is not null)
        {
            AttributeData? layer = network.LayerAttributes
                .FirstOrDefault(layer => layer.ApplicationSyntaxReference!.GetSyntax(cancel) == attribute);
            if (layer is null || (network.Model.IsClassifier && layer == network.LayerAttributes[^1]
                && await GeneratedUse.NeedsClassifyAsync(network.Type, document, cancel).ConfigureAwait(false)))
            {
                return [];
            }

            edits.Add(WithActivation(layer, activation));
            names = [.. names, $"'Activation.{activation}'"];
        }

        // "Fix All" is for findings of one kind, so that no attribute is edited twice.
        Offer offer = new($"Use {string.Join(" with ", names)}", $"{nameof(TrainingFix)} {diagnostic.Id}", editor =>
            edits.ForEach(edit => editor.ReplaceNode(edit.Original, edit.Result)));
        return edits.All(edit => edit.Original.SyntaxTree == root.SyntaxTree)
            && await offer.ReadResultAsync(document, network.Type, cancel).ConfigureAwait(false) is { } result
            && !result.Model.Problems.Except(network.Model.Problems).Any()
                ? [offer]
                : [];
    }

    private static ArgumentEdit WithLoss(AttributeData trainable, string loss)
    {
        ArgumentEdit edit = new(trainable);
        edit.SetLoss(loss);
        edit.Remove("LabelSmoothing");
        edit.Remove("Delta");
        return edit;
    }

    private static ArgumentEdit WithActivation(AttributeData layer, string activation)
    {
        ArgumentEdit edit = new(layer);
        edit.SetActivation(activation);
        edit.Remove("Alpha");
        return edit;
    }
}
