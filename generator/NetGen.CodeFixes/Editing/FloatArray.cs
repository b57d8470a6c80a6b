using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Code;

namespace NetGen.CodeFixes;

/// <summary>Writes arrays of floats as they are written in a source.</summary>
internal static class FloatArray
{
    public const int LineLength = 140;

    /// <summary>Gives an array in the form of another.</summary>
    /// <param name="lineStart">A line end and indentation, for as many values to a line as fit; null for one line.</param>
    public static ExpressionSyntax Like(ExpressionSyntax other, IEnumerable<float> values, string? lineStart)
    {
        (string open, string close) = other switch
        {
            CollectionExpressionSyntax => ("[", "]"),
            ImplicitArrayCreationExpressionSyntax => ("new[] { ", " }"),
            _ => ("new float[] { ", " }"),
        };
        StringBuilder text = new();
        int length = lineStart?.Length ?? 0;
        foreach (float value in values)
        {
            string literal = Literal.Of(value);
            bool breaks = lineStart is not null && (text.Length == 0 || length + literal.Length + 2 > LineLength);
            text.Append(text.Length == 0 ? "" : breaks ? "," : ", ").Append(breaks ? lineStart : "").Append(literal);
            length = (breaks ? lineStart!.Length : length) + literal.Length + 2;
        }

        return SyntaxFactory.ParseExpression((lineStart is null ? open : open.TrimEnd()) + text + close);
    }
}
