using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Model;

/// <summary>C# identifiers from names of tensors and layers.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> _generatedMembers =
    [
        "InputLength", "OutputLength", "LayerCount", "ParameterCount", "MultiplyAddCount", "ParameterBytes",
        "WorkspaceLength", "Summary", "Layers", "LayerTable", "Default", "DefaultNetwork", "Load", "FromParameters",
        "Initialize", "CopyParametersTo", "Save", "Forward", "ForwardBatch", "Classify", "_packed", "_start",
    ];

    /// <summary>Whether every network has a member of that name, beside its layers.</summary>
    public static bool IsGeneratedMember(string name) => _generatedMembers.Contains(name);

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
