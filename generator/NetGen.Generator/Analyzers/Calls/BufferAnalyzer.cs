using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds calls of a network with arrays and spans that it refuses when it runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BufferAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.WrongLength, Rules.BatchLengthsDisagree, Rules.SameBuffer];

    private protected override void Register(CompilationStartAnalysisContext start, NetworkReadings readings)
    {
        VariableValues variables = new(start.Compilation);
        start.RegisterOperationAction(invocation => Analyze(invocation, readings, variables), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, NetworkReadings readings, VariableValues variables)
    {
        if (NetworkCall.Of((IInvocationOperation)context.Operation, readings, context.CancellationToken) is { } call)
        {
            foreach (BufferFinding finding in new BufferCheck(call, new BufferReader(variables)).Find())
            {
                context.ReportDiagnostic(Diagnostic.Create(finding.Rule, finding.Expression.GetLocation(), finding.Message));
            }
        }
    }
}
