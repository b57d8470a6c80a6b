using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>All that the package brings for the compiler and the editor, found in its assemblies.</summary>
internal static class Shipped
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        InstancesOf<DiagnosticAnalyzer>(typeof(NetworkGenerator).Assembly);

    public static ImmutableArray<CodeFixProvider> Fixes { get; } = InstancesOf<CodeFixProvider>(typeof(DocumentFix).Assembly);

    /// <summary>The rules in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Rules { get; } =
    [
        .. typeof(Rules).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>What all analyzers find in a user's source, as an editor runs them: the generated sources are not analyzed.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(
        Compilation compilation,
        SyntaxTree source,
        AnalyzerOptions options,
        Action<Exception, DiagnosticAnalyzer, Diagnostic>? onException = null)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(
            options, onException, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        AnalysisResult result = await analysis.GetAnalysisResultAsync(
            compilation.GetSemanticModel(source), filterSpan: null, CancellationToken.None);
        return result.GetAllDiagnostics();
    }

    private static ImmutableArray<T> InstancesOf<T>(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];
}
