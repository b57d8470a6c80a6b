using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.CodeFixes;

/// <summary>Writes a network's constant in place of the number that gives a buffer the wrong length.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseConstantFix))]
[Shared]
public sealed class UseConstantFix : DocumentFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["NETGEN121"];

    private protected override async Task<ImmutableArray<Offer>> OffersAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancel)
    {
        if (await document.GetSemanticModelAsync(cancel).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        AnalyzerOptions options = document.Project.AnalyzerOptions;
        List<PassedBuffer> passed = PassedBuffer.In(model, options, cancel);
        int wrong = passed.FindIndex(buffer => buffer.Finding?.Expression.Span == diagnostic.Location.SourceSpan);
        if (wrong < 0
            || passed[wrong] is not { Finding.Constant: { } name, View.Size: { } size, Call.Network: var network }
            || network.GetMembers(name).FirstOrDefault() is not IFieldSymbol constant
            || !IsReplaceable(size, model))
        {
            return [];
        }

        ExpressionSyntax replacement = Replacement(size, constant, model);
        return WithEdit(model, size.Syntax, replacement, cancel) is { } edited
            && Clears(wrong, passed, PassedBuffer.In(edited, options, cancel))
                ?
                [
                    new Offer($"Use '{network.Name}.{name}'", nameof(UseConstantFix), editor => editor.ReplaceNode(
                        size.Syntax,
                        (current, _) => current.CopyAnnotationsTo(replacement.WithTriviaFrom(current)))),
                ]
                : [];
    }

    /// <summary>Whether a length is written in this file, with nothing that is lost, and no local constant that is left unused.</summary>
    private static bool IsReplaceable(IOperation size, SemanticModel model) =>
        size.Syntax.SyntaxTree == model.SyntaxTree
            && !size.Syntax.ToString().Contains("/*")
            && !size.Syntax.ToString().Contains("//")
            && !size.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any();

    // The shortest name comes from the model: the simplifier leaves some names long, such as in a Memory's initial value.
    private static ExpressionSyntax Replacement(IOperation size, IFieldSymbol constant, SemanticModel model)
    {
        string network = constant.ContainingType.ToMinimalDisplayString(model, size.Syntax.SpanStart);
        bool needsCast = constant.Type.SpecialType == SpecialType.System_Int64 && size.Parent is not IArrayCreationOperation;
        return SyntaxFactory.ParseExpression($"{(needsCast ? "(int)" : "")}{network}.{constant.Name}");
    }

    /// <summary>The file after an edit, or null if what was edited does not compile.</summary>
    private static SemanticModel? WithEdit(SemanticModel model, SyntaxNode node, SyntaxNode replacement, CancellationToken cancel)
    {
        SyntaxAnnotation place = new();
        SyntaxNode root = model.SyntaxTree.GetRoot(cancel)
            .ReplaceNode(node, replacement.WithTriviaFrom(node).WithAdditionalAnnotations(place));
        SyntaxTree tree = model.SyntaxTree.WithRootAndOptions(root, model.SyntaxTree.Options);
        SemanticModel edited = model.Compilation.ReplaceSyntaxTree(model.SyntaxTree, tree).GetSemanticModel(tree);
        return edited.GetDiagnostics(tree.GetRoot(cancel).GetAnnotatedNodes(place).Single().Span, cancel)
            .All(found => found.Severity != DiagnosticSeverity.Error)
                ? edited
                : null;
    }

    /// <summary>Whether an edit makes a length right, and those of all other calls that the edited number decides.</summary>
    private static bool Clears(int wrong, List<PassedBuffer> before, List<PassedBuffer> after)
    {
        SyntaxNode size = before[wrong].View.Size!.Syntax;
        return after.Count == before.Count
            && after[wrong] is { Finding: null, View.Length: not null }
            && before.Zip(after, (was, now) =>
                (was.View.Length is null || now.View.Length is not null)
                    && (now.Finding is null || (now.Finding.Rule == was.Finding?.Rule && was.View.Size?.Syntax != size)))
                .All(isFine => isFine);
    }
}
