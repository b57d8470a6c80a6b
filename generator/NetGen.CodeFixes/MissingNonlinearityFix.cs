using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Model;

namespace NetGen.CodeFixes;

/// <summary>Gives the layers of a linear chain an activation, or merges them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingNonlinearityFix))]
[Shared]
public sealed class MissingNonlinearityFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN201"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } part
            || await ActivationArgument.NetworkAsync(document, part, cancel).ConfigureAwait(false)
                is not { Model.HasErrors: false } reading
            || LinearChain.In(reading.Model).FirstOrDefault(chain => IsAt(diagnostic, reading, chain)) is not { } chain)
        {
            return [];
        }

        ImmutableArray<Offer>.Builder offers = ImmutableArray.CreateBuilder<Offer>();
        Offer activate = new("Add Activation.Relu between the layers", "AddRelu", editor => AddRelu(editor, reading, chain));
        if (await ResultAsync(document, reading, activate, cancel).ConfigureAwait(false) is not null)
        {
            offers.Add(activate);
        }

        if (LayerMerge.Of(reading, chain) is { } merge)
        {
            string layers = chain.Layers.Count == 2 ? "the two layers" : $"the {chain.Layers.Count} layers";
            Offer offer = new($"Merge {layers}{(chain.Parts.Count == 2 ? " into two" : "")}", "MergeLayers", merge.Apply);
            if (await ResultAsync(document, reading, offer, cancel).ConfigureAwait(false) is { } merged
                && !await GeneratedUse.IsAnyAsync(
                    merge.NamesLost(merged).SelectMany(name => reading.Type.GetTypeMembers(name)), document, cancel).ConfigureAwait(false))
            {
                offers.Add(offer);
            }
        }

        return offers.ToImmutable();
    }

    private static bool IsAt(Diagnostic diagnostic, NetworkReading reading, LinearChain chain) =>
        reading.LayerAttributes[chain.First + 1].ApplicationSyntaxReference?.Span == diagnostic.Location.SourceSpan;

    private static void AddRelu(DocumentEditor editor, NetworkReading reading, LinearChain chain)
    {
        for (int i = chain.First; i < chain.First + chain.Layers.Count - 1; i++)
        {
            ArgumentEdit edit = new(reading.LayerAttributes[i]);
            edit.SetActivation("Relu");
            edit.Remove("Alpha");
            editor.ReplaceNode(edit.Original, edit.Result);
        }
    }

    /// <summary>The network after an edit, read as the rules read it; null where it has errors or the finding all the same.</summary>
    private static async Task<NetworkReading?> ResultAsync(
        Document document, NetworkReading reading, Offer offer, CancellationToken cancel)
    {
        return await offer.ReadResultAsync(document, reading.Type, cancel).ConfigureAwait(false) is { Model.HasErrors: false } result
            && Weigh(result) < Weigh(reading)
                ? result
                : null;
    }

    /// <summary>What there is to find in a network: a chain that becomes a factorisation is less than before.</summary>
    private static int Weigh(NetworkReading reading) => LinearChain.In(reading.Model).Sum(chain => chain.IsFactorisation ? 1 : 2);
}
