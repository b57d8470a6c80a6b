using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds networks that are made in a loop, each time the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkInLoopAnalyzer : RuleAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NetworkInLoop];

    private protected override void Register(CompilationStartAnalysisContext start, NetworkReadings readings) =>
        start.RegisterSyntaxNodeAction(node => Analyze(node, readings), SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, NetworkReadings readings)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (NetworkInLoop.Of(invocation, context.SemanticModel, readings, context.CancellationToken) is { Call: var call })
        {
            string work = call.Method switch
            {
                "Load" => "reads, checks and packs",
                "Initialize" => "draws and packs",
                _ => "packs",
            };
            string count = call.Constant("ParameterCount") is { } number ? Grouped.Number(number) + " " : "";
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.NetworkInLoop,
                invocation.GetLocation(),
                $"Each iteration {work} the same {count}parameters: "
                    + $"'{call.Network.Name}.{call.Method}' is called with what does not change in the loop"));
        }
    }
}
