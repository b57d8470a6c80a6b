using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>Tells what is certainly the same on every iteration of a loop.</summary>
internal sealed class LoopInvariance(StatementSyntax loop, SemanticModel model)
{
    private readonly DataFlowAnalysis? _flow = model.AnalyzeDataFlow(loop);

    /// <summary>Whether an expression has the same value on every iteration; of an array that it is the same array.</summary>
    public bool IsSame(IOperation? value) => value switch
    {
        null => false,
        { ConstantValue.HasValue: true } => true,
        IConversionOperation conversion => (conversion.OperatorMethod is null || conversion.Type is { IsRefLikeType: true })
            && IsSame(conversion.Operand),
        IUnaryOperation { OperatorMethod: null } unary => IsSame(unary.Operand),
        IBinaryOperation { OperatorMethod: null, Type.SpecialType: not SpecialType.System_String } binary =>
            IsSame(binary.LeftOperand) && IsSame(binary.RightOperand),
        ILocalReferenceOperation { Local: { RefKind: RefKind.None } local } => IsUnchanged(local),
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } =>
            SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, Function) && IsUnchanged(parameter),
        IFieldReferenceOperation { Field.IsReadOnly: true, Instance: null or IInstanceReferenceOperation { Type.IsValueType: false } } =>
            Function is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) },
        IPropertyReferenceOperation { Property.Name: "Length", Instance: { } instance } =>
            (instance.Type is IArrayTypeSymbol or { IsRefLikeType: true } or { SpecialType: SpecialType.System_String })
            && IsSame(instance),
        _ => false,
    };

    private ISymbol? Function => model.GetEnclosingSymbol(loop.SpanStart);

    /// <summary>Declared before the loop, not assigned in it, and not shared with a lambda, which may assign it at any time.</summary>
    private bool IsUnchanged(ISymbol variable) => _flow is { Succeeded: true }
        && !_flow.VariablesDeclared.Contains(variable, SymbolEqualityComparer.Default)
        && !_flow.WrittenInside.Contains(variable, SymbolEqualityComparer.Default)
        && !_flow.Captured.Contains(variable, SymbolEqualityComparer.Default);
}
