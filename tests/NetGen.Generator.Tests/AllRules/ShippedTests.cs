using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>Analyzers and fixes are whole, and the compiler and the editor find them.</summary>
public class ShippedTests
{
    [Fact]
    public void EachRuleHasAnAnalyzer() => Assert.Equal(
        Shipped.Rules.Select(rule => rule.Id),
        Shipped.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void TheCompilerFindsTheAnalyzers() => Assert.All(Shipped.Analyzers, analyzer => Assert.Equal(
        [LanguageNames.CSharp], analyzer.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages));

    [Fact]
    public void TheEditorFindsTheFixes() => Assert.All(Shipped.Fixes, fix =>
    {
        ExportCodeFixProviderAttribute export = fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal(fix.GetType().Name, export.Name);
        Assert.Subset(Shipped.Rules.Select(rule => rule.Id).ToHashSet(), fix.FixableDiagnosticIds.ToHashSet());
    });

    [Fact]
    public void FixesCanFixAll() => Assert.All(Shipped.Fixes, fix => Assert.Superset(
        new HashSet<FixAllScope> { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution },
        fix.GetFixAllProvider()!.GetSupportedFixAllScopes().ToHashSet()));
}
