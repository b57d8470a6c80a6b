using System.Globalization;
using System.Reflection;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>
/// What an editor on Roslyn shows of a symbol's documentation: references to other documentation are resolved, and of two
/// elements of a kind the first counts. The compiler's workspaces do it, but only the editors' own assemblies may call it.
/// </summary>
internal sealed record Hover(string Summary, string Remarks)
{
    private static readonly MethodInfo _documentation = typeof(Workspace).Assembly
        .GetType("Microsoft.CodeAnalysis.Shared.Extensions.ISymbolExtensions", throwOnError: true)!
        .GetMethod(
            "GetDocumentationComment",
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
            [typeof(ISymbol), typeof(Compilation), typeof(CultureInfo), typeof(bool), typeof(bool), typeof(CancellationToken)])!;

    public static Hover Of(ISymbol symbol, Compilation compilation)
    {
        object documentation = _documentation.Invoke(null, [symbol, compilation, null, false, true, CancellationToken.None])!;
        string Text(string property) =>
            XElement.Parse($"<x>{documentation.GetType().GetProperty(property)!.GetValue(documentation)}</x>").Value.Trim();
        return new Hover(Text("SummaryText"), Text("RemarksText"));
    }
}
