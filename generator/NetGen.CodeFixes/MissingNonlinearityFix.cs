using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;
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
        SemanticModel? semantics = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } part
            || semantics?.GetDeclaredSymbol(part, cancel) is not INamedTypeSymbol type
            || Read(document, semantics.Compilation, type, cancel) is not { Model.HasErrors: false } reading
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
                && !await RefersToAnyAsync(document, type, merge.NamesLost(merged), cancel).ConfigureAwait(false))
            {
                offers.Add(offer);
            }
        }

        return offers.ToImmutable();
    }

    private static bool IsAt(Diagnostic diagnostic, NetworkReading reading, LinearChain chain) =>
        reading.LayerAttributes[chain.First + 1].ApplicationSyntaxReference?.Span == diagnostic.Location.SourceSpan;

    private static NetworkReading? Read(Document document, Compilation compilation, INamedTypeSymbol type, CancellationToken cancel) =>
        NetworkReadings.Of(compilation, document.Project.AnalyzerOptions)?.Read(type, cancel);

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
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancel).ConfigureAwait(false);
        offer.Edit(editor);
        SyntaxTree before = editor.OriginalRoot.SyntaxTree;
        Compilation compilation = editor.SemanticModel.Compilation.ReplaceSyntaxTree(
            before, before.WithRootAndOptions(editor.GetChangedRoot(), before.Options));
        return SymbolFinder.FindSimilarSymbols(reading.Type, compilation, cancel).FirstOrDefault() is { } type
            && Read(document, compilation, type, cancel) is { Model.HasErrors: false } result
            && Weigh(result) < Weigh(reading)
                ? result
                : null;
    }

    /// <summary>What there is to find in a network: a chain that becomes a factorisation is less than before.</summary>
    private static int Weigh(NetworkReading reading) => LinearChain.In(reading.Model).Sum(chain => chain.IsFactorisation ? 1 : 2);

    /// <summary>Whether code refers to a layer's class of constants that would be gone, or be another layer's.</summary>
    private static async Task<bool> RefersToAnyAsync(
        Document document, INamedTypeSymbol type, IEnumerable<string> layers, CancellationToken cancel)
    {
        foreach (INamedTypeSymbol layer in layers.SelectMany(name => type.GetTypeMembers(name)))
        {
            IEnumerable<ReferencedSymbol> found =
                await SymbolFinder.FindReferencesAsync(layer, document.Project.Solution, cancel).ConfigureAwait(false);
            if (found.SelectMany(symbol => symbol.Locations).Any(place => !GeneratedSource.Contains(place.Location.SourceTree!)))
            {
                return true;
            }
        }

        return false;
    }
}
