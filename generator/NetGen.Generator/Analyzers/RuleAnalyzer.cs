using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Analyzers;

/// <summary>The base of all rules: they look at the user's code, of projects that refer to the library.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private protected RuleAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (NetworkReadings.Of(start.Compilation, start.Options) is { } readings)
            {
                Register(start, readings);
            }
        });
    }

    /// <summary>Registers what the rule looks at.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext start, NetworkReadings readings);
}
