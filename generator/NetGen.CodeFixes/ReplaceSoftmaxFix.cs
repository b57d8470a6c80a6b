using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>Replaces softmax in a hidden layer with ReLU, and over one unit with sigmoid.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceSoftmaxFix))]
[Shared]
public sealed class ReplaceSoftmaxFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN202", "NETGEN203"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (!diagnostic.Properties.TryGetValue(NetworkAnalyzer.RightProperty, out string? right)
            || await ActivationArgument.FindAsync(document, diagnostic, cancel).ConfigureAwait(false) is not { } argument
            || (diagnostic.Id == "NETGEN203" && await NeedsClassifyAsync(document, argument, cancel).ConfigureAwait(false)))
        {
            return [];
        }

        string title = diagnostic.Id == "NETGEN203"
            ? $"Use 'Activation.{right}', whose output is a probability"
            : $"Use 'Activation.{right}'";
        return [new Offer(title, nameof(ReplaceSoftmaxFix), editor => ActivationArgument.Replace(editor, argument, right!))];
    }

    /// <summary>Whether code would not compile without <c>Classify</c>, which only networks that end in softmax have.</summary>
    private static async Task<bool> NeedsClassifyAsync(Document document, AttributeArgumentSyntax argument, CancellationToken cancel)
    {
        if (await ActivationArgument.NetworkAsync(document, argument, cancel).ConfigureAwait(false) is not { } network)
        {
            return true;
        }

        if (network.LayerAttributes[^1].ApplicationSyntaxReference?.Span.Contains(argument.Span) == false)
        {
            return false; // In a hidden layer: whether there is a Classify depends on the last.
        }

        return await GeneratedUse.NeedsClassifyAsync(network.Type, document, cancel).ConfigureAwait(false);
    }
}
