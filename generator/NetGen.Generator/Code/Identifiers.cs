using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Code;

/// <summary>C# identifiers from names of tensors and layers.</summary>
internal static class Identifiers
{
    /// <summary>Whether a layer's class of constants has a member of that name, so that it cannot be so named itself.</summary>
    public static bool IsLayerMember(string name) => name is "Inputs" or "Outputs" or "WeightCount" or "BiasCount";

    /// <summary>The name with what an identifier may not hold replaced by <c>_</c>: <c>layers.0</c> is <c>layers_0</c>.</summary>
    public static string FromName(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (char c in name)
        {
            // Format characters are legal too, but do not count when identifiers are compared.
            bool isPart = SyntaxFacts.IsIdentifierPartCharacter(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format;
            text.Append(isPart ? c : '_');
        }

        if (text.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(text[0]))
        {
            text.Insert(0, '_');
        }

        return Escape(text.ToString());
    }

    /// <summary>
    /// The identifier with <c>@</c> where it needs one: before a keyword, and before a word of small letters, because
    /// the compiler warns of types with names that may become keywords (CS8981).
    /// </summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || identifier.All(c => c is >= 'a' and <= 'z')
            ? "@" + identifier
            : identifier;

    /// <summary>A name from the source with <c>_</c> for characters that would end a comment's line or are none of XML's.</summary>
    public static string ForComments(string name) => string.Concat(name.Select(c => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned
            ? '_'
            : c));
}
