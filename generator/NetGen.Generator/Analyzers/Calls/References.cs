using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds where a symbol is used.</summary>
internal static class References
{
    /// <summary>The names in a piece of code that refer to the symbol, in the order of the source.</summary>
    public static IEnumerable<IdentifierNameSyntax> To(ISymbol symbol, SyntaxNode code, SemanticModel model, CancellationToken cancel) =>
        code.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancel).Symbol, symbol));
}
