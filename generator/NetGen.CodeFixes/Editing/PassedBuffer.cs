using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>An argument of a call of a network, and what the rules find about it.</summary>
internal sealed record PassedBuffer(NetworkCall Call, BufferView View, BufferFinding? Finding)
{
    /// <summary>All of a file, in the order of the text.</summary>
    public static List<PassedBuffer> In(SemanticModel model, AnalyzerOptions options, CancellationToken cancel)
    {
        List<PassedBuffer> passed = [];
        if (NetworkReadings.Of(model.Compilation, options) is not { } readings)
        {
            return passed;
        }

        VariableValues variables = new(model.Compilation);
        foreach (InvocationExpressionSyntax node in model.SyntaxTree.GetRoot(cancel).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (NetworkCall.MayBe(node.Expression.GetLastToken().ValueText)
                && model.GetOperation(node, cancel) is IInvocationOperation invocation
                && NetworkCall.Of(invocation, readings, cancel) is { } call)
            {
                BufferReader reader = new(variables);
                List<BufferFinding> findings = [.. new BufferCheck(call, reader).Find()];
                passed.AddRange(invocation.Arguments.Select(argument => new PassedBuffer(
                    call, reader.Read(argument.Value), findings.Find(finding => finding.Argument == argument.Value))));
            }
        }

        return passed;
    }
}
