using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.CodeFixes;

/// <summary>Makes a class with layers a network, where its first layer says how many inputs it takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddNetworkFix))]
[Shared]
public sealed class AddNetworkFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN005"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancel).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan) is not AttributeSyntax
                { Parent: AttributeListSyntax { Parent: TypeDeclarationSyntax type } list } layer
            || model is null || Inputs(layer, type, model, cancel) is not { } inputs)
        {
            return [];
        }

        SourceText text = await document.GetTextAsync(cancel).ConfigureAwait(false);
        TextLine line = text.Lines.GetLineFromPosition(list.SpanStart);
        string indent = text.ToString(TextSpan.FromBounds(line.Start, list.SpanStart));
        string lineEnd = text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        bool startsLine = string.IsNullOrWhiteSpace(indent) && lineEnd.Length > 0;
        return
        [
            new Offer($"Add [Network({inputs})]", nameof(AddNetworkFix), editor =>
            {
                int place = type.AttributeLists.IndexOf(list);
                editor.ReplaceNode(type, (current, _) => AddNetwork(
                    PartialModifier.AddTo((TypeDeclarationSyntax)current),
                    place,
                    inputs,
                    SyntaxFactory.ParseTrailingTrivia(startsLine ? lineEnd : " "),
                    SyntaxFactory.ParseLeadingTrivia(startsLine ? indent : "")));
                foreach (TypeDeclarationSyntax container in type.Ancestors().OfType<TypeDeclarationSyntax>())
                {
                    editor.ReplaceNode(container, (current, _) => PartialModifier.AddTo((TypeDeclarationSyntax)current));
                }
            }),
        ];
    }

    /// <summary>
    /// Gives the inputs that the first layer declares, if the network with them has no mistake but that it or a type around it
    /// is not partial, which the fix mends too.
    /// </summary>
    private static ExpressionSyntax? Inputs(
        AttributeSyntax layer, TypeDeclarationSyntax part, SemanticModel model, CancellationToken cancel)
    {
        if (model.GetDeclaredSymbol(part, cancel) is not { } type
            || DeclarationReader.LayerAttributes(type).FirstOrDefault() is not { } first
            || AttributeArguments.Find(layer, first, "inputs")?.Expression is not { } inputs
            || model.GetConstantValue(inputs, cancel).Value is not int value
            || GeneratedConstant.In(inputs, model, cancel) is not null)
        {
            return null;
        }

        NetworkDeclaration declaration = DeclarationReader.Read(type, part, network: null) with { Inputs = value };
        bool isRight = ModelBuilder.Build(declaration, default).Problems
            .All(problem => problem.IsAdvice || problem.Id is "NETGEN001" or "NETGEN002");
        return isRight ? inputs.WithoutTrivia() : null;
    }

    private static TypeDeclarationSyntax AddNetwork(
        TypeDeclarationSyntax type, int place, ExpressionSyntax inputs, SyntaxTriviaList after, SyntaxTriviaList before)
    {
        AttributeListSyntax layers = type.AttributeLists[place];

        // Parsed code has no elastic trivia, which would have the code around it formatted.
        AttributeListSyntax parsed =
            SyntaxFactory.ParseMemberDeclaration($"[global::NetGen.NetworkAttribute({inputs})]class C;")!.AttributeLists[0];
        NameSyntax name = parsed.Attributes[0].Name;
        AttributeListSyntax added = parsed.ReplaceNode(name, name.WithAdditionalAnnotations(Simplifier.Annotation))
            .WithLeadingTrivia(layers.GetLeadingTrivia())
            .WithTrailingTrivia(after);
        return type.WithAttributeLists(type.AttributeLists.Replace(layers, layers.WithLeadingTrivia(before)).Insert(place, added));
    }
}
