using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace NetGen.CodeFixes;

/// <summary>Declares as many inputs as the layer before gives.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetInputsFix))]
[Shared]
public sealed class SetInputsFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN101"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await SizeArgument.OfAsync(document, diagnostic, cancel).ConfigureAwait(false) is not { } size)
        {
            return [];
        }

        string title = FormattableString.Invariant($"Declare {size.Right} inputs");
        return [new Offer(title, nameof(SetInputsFix), editor => size.Set(editor, size.Argument))];
    }
}
