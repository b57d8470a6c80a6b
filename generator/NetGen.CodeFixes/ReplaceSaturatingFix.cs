using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Model;

namespace NetGen.CodeFixes;

/// <summary>Replaces the sigmoid and tanh of all hidden layers with ReLU.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceSaturatingFix))]
[Shared]
public sealed class ReplaceSaturatingFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN204"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await ActivationArgument.FindAsync(document, diagnostic, cancel).ConfigureAwait(false) is not { } argument
            || await ActivationArgument.NetworkAsync(document, argument, cancel).ConfigureAwait(false) is not { } network)
        {
            return [];
        }

        List<AttributeArgumentSyntax> arguments = [];
        foreach (int layer in VanishingGradients.LayersOf(network.Model))
        {
            AttributeData attribute = network.LayerAttributes[layer];
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancel) is not AttributeSyntax syntax
                || AttributeArguments.Find(syntax, attribute, "activation") is not { } found)
            {
                return [];
            }

            arguments.Add(found);
        }

        return
        [
            new Offer(
                "Use 'Activation.Relu' in all hidden layers with sigmoid or tanh",
                nameof(ReplaceSaturatingFix),
                editor => arguments.ForEach(found => ActivationArgument.Replace(editor, found, nameof(Activation.Relu)))),
        ];
    }
}
