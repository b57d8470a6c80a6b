using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>Tests of what a rule about shapes and weights finds.</summary>
internal static class ShapeRule
{
    /// <summary>
    /// Proves that the places marked <c>{|#0:…|}</c>, <c>{|#1:…|}</c>, … have a finding of the rule with these messages, and
    /// that there is no other.
    /// </summary>
    public static Task Finds(DiagnosticDescriptor rule, string source, string[] manifests, params string[] messages)
    {
        RuleTest<ShapeAnalyzer, EmptyCodeFixProvider> test = new(source) { Manifests = manifests };
        test.ExpectedDiagnostics.AddRange(messages.Select(
            (message, index) => new DiagnosticResult(rule).WithLocation(index).WithMessage(message)));
        return test.RunAsync();
    }

    /// <summary>Proves that nothing is found.</summary>
    public static Task FindsNothing(string source, params string[] manifests) => Finds(Rules.InputsDiffer, source, manifests);
}
