using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Declaration;

namespace NetGen.CodeFixes;

/// <summary>Gives a layer the size that its tensors have in the weights file, and the layer after it as many inputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetSizeToFileFix))]
[Shared]
public sealed class SetSizeToFileFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN105"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await SizeArgument.OfAsync(document, diagnostic, cancel).ConfigureAwait(false) is not { } size
            || await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        AttributeArgumentSyntax? next = InputsOfNext(size.Argument, model, cancel);
        bool isRight = next is null || model.GetConstantValue(next.Expression, cancel).Value is int value && value == size.Right;
        return
        [
            new Offer(FormattableString.Invariant($"Set the size to {size.Right}, as in the file"), nameof(SetSizeToFileFix), editor =>
            {
                size.Set(editor, size.Argument);
                if (!isRight)
                {
                    size.Set(editor, next!);
                }
            }),
        ];
    }

    /// <summary>The declared inputs of the layer after the one with the argument, or of the first where that is the network's.</summary>
    private static AttributeArgumentSyntax? InputsOfNext(AttributeArgumentSyntax argument, SemanticModel model, CancellationToken cancel)
    {
        if (argument is not { Parent.Parent: AttributeSyntax { Parent.Parent: TypeDeclarationSyntax part } attribute }
            || model.GetDeclaredSymbol(part, cancel) is not INamedTypeSymbol type)
        {
            return null;
        }

        List<AttributeData> layers = [.. DeclarationReader.LayerAttributesOn(DeclarationReader.LayerAttributes(type), part)];
        int index = layers.FindIndex(layer => layer.ApplicationSyntaxReference!.Span == attribute.Span);
        AttributeData? next = layers.ElementAtOrDefault(index + 1);
        return next?.ApplicationSyntaxReference?.GetSyntax(cancel) is AttributeSyntax syntax
            ? AttributeArguments.Find(syntax, next, "inputs")
            : null;
    }
}
