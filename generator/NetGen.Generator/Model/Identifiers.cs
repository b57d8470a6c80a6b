using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Model;

/// <summary>C# identifiers from names of tensors and layers.</summary>
internal static class Identifiers
{
    /// <summary>The name with what an identifier may not hold replaced by <c>_</c>: <c>layers.0</c> is <c>layers_0</c>.</summary>
    public static string FromName(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (char c in name)
        {
            text.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
        }

        if (text.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(text[0]))
        {
            text.Insert(0, '_');
        }

        string identifier = text.ToString();
        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
    }
}
