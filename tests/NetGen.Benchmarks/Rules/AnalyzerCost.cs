using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics.Telemetry;

namespace NetGen.Benchmarks.Rules;

/// <summary>The time of each analyzer of the generator's assembly, as the compiler counts it, over a project.</summary>
internal static class AnalyzerCost
{
    private const int WarmUps = 1;
    private const int Runs = 5;

    /// <returns>Each analyzer's name and the median of its time in a run.</returns>
    public static async Task<(string Name, TimeSpan Time)[]> MeasureAsync(CSharpCompilation project)
    {
        GeneratedProject.Driver().RunGeneratorsAndUpdateCompilation(project, out Compilation compilation, out _);
        DiagnosticAnalyzer[] analyzers =
        [
            .. typeof(Generator.NetworkGenerator).Assembly.GetTypes()
                .Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
                .OrderBy(analyzer => analyzer.GetType().Name, StringComparer.Ordinal),
        ];
        List<TimeSpan>[] times = [.. analyzers.Select(_ => new List<TimeSpan>())];
        for (int run = 0; run < WarmUps + Runs; run++)
        {
            // A compilation of its own each time, for what rules read of one is kept for its lifetime.
            TimeSpan[] one = await RunAsync(compilation.WithAssemblyName($"Users{run}"), analyzers);
            for (int i = 0; run >= WarmUps && i < one.Length; i++)
            {
                times[i].Add(one[i]);
            }
        }

        return [.. analyzers.Select((analyzer, i) => (analyzer.GetType().Name, times[i].Order().ElementAt(Runs / 2)))];
    }

    /// <summary>Analyzes each of the users' files, as an editor does.</summary>
    private static async Task<TimeSpan[]> RunAsync(Compilation compilation, DiagnosticAnalyzer[] analyzers)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        CompilationWithAnalyzers analysis = new(compilation, [.. analyzers], options);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(GeneratedProject.IsUsers))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, default);
            if (model.GetDiagnostics().Concat(found).FirstOrDefault(finding => finding.Severity >= DiagnosticSeverity.Warning) is { } wrong)
            {
                throw new InvalidOperationException($"The project is not right: {wrong}");
            }
        }

        TimeSpan[] times = new TimeSpan[analyzers.Length];
        for (int i = 0; i < analyzers.Length; i++)
        {
            AnalyzerTelemetryInfo telemetry = await analysis.GetAnalyzerTelemetryInfoAsync(analyzers[i], default);
            times[i] = telemetry.ExecutionTime;
        }

        return times;
    }
}
