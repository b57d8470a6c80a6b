using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds buffers that are allocated in a loop only to be passed to a network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BufferInLoopAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.BufferInLoop];

    private protected override void Register(CompilationStartAnalysisContext start, NetworkReadings readings) =>
        start.RegisterSyntaxNodeAction(node => Analyze(node, readings), BufferInLoop.Allocations);

    private static void Analyze(SyntaxNodeAnalysisContext context, NetworkReadings readings)
    {
        var allocation = (ExpressionSyntax)context.Node;
        if (BufferInLoop.Of(allocation, context.SemanticModel, readings, context.CancellationToken) is { } buffer)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.BufferInLoop, allocation.GetLocation(), Message(allocation, buffer)));
        }
    }

    private static string Message(ExpressionSyntax allocation, BufferInLoop buffer)
    {
        string size = buffer.Length is { } length ? $" of {Grouped.Bytes(sizeof(float) * length)}" : "";
        string network = $"'{buffer.Run.Network.Name}.{buffer.Run.Method}'";
        return allocation is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax
            ? $"Each iteration takes a new buffer{size} from the stack, until the method returns, only to pass it to {network}"
            : $"Each iteration allocates a new buffer{size} only to pass it to {network}";
    }
}
