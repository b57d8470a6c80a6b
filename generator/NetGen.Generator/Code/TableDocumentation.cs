using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Code;

/// <summary>
/// The layer table as documentation, for an editor to show at the class and the members it says most of. It stands on the
/// class, and the members refer to it.
/// </summary>
internal static class TableDocumentation
{
    public static void Print(CodeWriter code, NetworkModel model)
    {
        code.Line("/// <remarks>");
        code.Line("/// <code>");
        code.Lines(Literal.Xml(SummaryText.Of(model)), "/// ");
        code.Line("/// </code>");
        code.Line("/// </remarks>");
    }

    /// <summary>The reference. Remarks of the user's own part of the class come before the generated ones.</summary>
    public static string Reference(TypePart type) =>
        $"<inheritdoc cref=\"{type.Identifier.Replace('<', '{').Replace('>', '}')}\" path=\"/remarks[last()]\"/>";
}
