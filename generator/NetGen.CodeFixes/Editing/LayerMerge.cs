using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Analyzers;
using NetGen.Generator.Model;

namespace NetGen.CodeFixes;

/// <summary>Merges each part of a linear chain into one layer: the part's last attribute stays and takes over from the others.</summary>
internal sealed class LayerMerge
{
    // A longer array is a weights file that no one wants to scroll through.
    private const int MostValues = 4096;
    private readonly NetworkReading _reading;
    private readonly List<AttributeSyntax> _removed = [];
    private readonly List<(AttributeSyntax Last, AttributeSyntax Merged)> _merged = [];

    private LayerMerge(NetworkReading reading) => _reading = reading;

    /// <summary>
    /// Plans a merge; null where it would save nothing, where the weights are in a file, which would not fit any more,
    /// where their product cannot be written, and where directives make layers conditional.
    /// </summary>
    public static LayerMerge? Of(NetworkReading reading, LinearChain chain)
    {
        if (chain.IsFactorisation)
        {
            return null;
        }

        LayerMerge merge = new(reading);
        foreach (LinearChain part in chain.Parts.Where(part => part.Layers.Count > 1))
        {
            bool hasWeights = reading.Model.Weights is not WeightSource.None;
            LinearProduct? product = hasWeights && part.SingleParameterCount <= MostValues ? LinearProduct.Of(part) : null;
            if (hasWeights && product is null)
            {
                return null;
            }

            merge.Add(part, product);
        }

        return merge.HasDirectives ? null : merge;
    }

    /// <summary>The layers whose classes of constants are gone after the merge, or have become another layer's.</summary>
    public IEnumerable<string> NamesLost(NetworkReading merged)
    {
        int next = 0;
        for (int i = 0; i < _reading.Model.Layers.Count; i++)
        {
            string name = _reading.Model.Layers[i].Identifier;
            if (_removed.Contains(Attribute(i)) || merged.Model.Layers[next++].Identifier != name)
            {
                yield return name.TrimStart('@');
            }
        }
    }

    public void Apply(DocumentEditor editor)
    {
        foreach ((AttributeSyntax last, AttributeSyntax merged) in _merged)
        {
            editor.ReplaceNode(last, merged);
        }

        _removed.ForEach(editor.TrackNode);
        editor.ReplaceNode(_reading.Part, (current, _) => _removed.Aggregate(
            (TypeDeclarationSyntax)current, (part, attribute) => AttributeRemoval.Remove(part, part.GetCurrentNode(attribute)!)));
    }

    private bool HasDirectives
    {
        get
        {
            TextSpan span = TextSpan.FromBounds(_removed[0].SpanStart, _merged[^1].Last.Span.End);
            return _reading.Part.DescendantTrivia(span).Any(trivia => trivia.IsDirective);
        }
    }

    private void Add(LinearChain part, LinearProduct? product)
    {
        _removed.AddRange(Enumerable.Range(part.First, part.Layers.Count - 1).Select(Attribute));
        AttributeSyntax last = Attribute(part.First + part.Layers.Count - 1), merged = Merge(part, product, wraps: false);
        int column = last.GetLocation().GetLineSpan().StartLinePosition.Character;
        if (merged.ToString().Split('\n').Select((line, index) => line.Length + (index == 0 ? column : 0)).Max() >= FloatArray.LineLength)
        {
            merged = Merge(part, product, wraps: true);
        }

        _merged.Add((last, merged));
    }

    private AttributeSyntax Merge(LinearChain part, LinearProduct? product, bool wraps)
    {
        ArgumentEdit first = new(_reading.LayerAttributes[part.First]);
        ArgumentEdit last = new(_reading.LayerAttributes[part.First + part.Layers.Count - 1]);
        last.SetInputs(first.Find("inputs"));
        if (first.Find("SparseInput") is { } sparseInput)
        {
            last.Append("SparseInput", sparseInput);
        }

        if (part.UsesBias && part.Layers[^1].BiasCount == 0)
        {
            last.Remove("UseBias");
        }

        if (product is not null)
        {
            SetArray(last, "Weights", product.Weights, wraps);
            if (part.UsesBias)
            {
                SetArray(last, "Bias", product.Bias, wraps);
            }
        }

        return last.Result;
    }

    private static void SetArray(ArgumentEdit layer, string name, IEnumerable<float> values, bool wraps)
    {
        ExpressionSyntax like = layer.Find(name) ?? layer.Find("Weights")!;
        string? lineStart = null;
        if (wraps)
        {
            SourceText text = like.SyntaxTree.GetText();
            TextLine line = text.Lines.GetLineFromPosition(like.SpanStart);
            string start = line.ToString(), lineEnd = text.ToString().Contains("\r\n") ? "\r\n" : "\n";
            lineStart = lineEnd + start[..^start.TrimStart().Length] + "    ";
        }

        layer.SetProperty(name, FloatArray.Like(like, values, lineStart), "Weights");
    }

    private AttributeSyntax Attribute(int layer) =>
        (AttributeSyntax)_reading.LayerAttributes[layer].ApplicationSyntaxReference!.GetSyntax();
}
