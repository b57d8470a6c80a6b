using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Analyzers;

/// <summary>An array or span in a call with which the call throws.</summary>
/// <param name="Argument">The expression that is passed.</param>
/// <param name="Constant">The network's constant that its length should be, where that alone is wrong.</param>
internal sealed record BufferFinding(DiagnosticDescriptor Rule, IOperation Argument, string Message, string? Constant = null)
{
    /// <summary>The argument as it is written.</summary>
    public SyntaxNode Expression => Argument.Syntax.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression ?? Argument.Syntax;
}
