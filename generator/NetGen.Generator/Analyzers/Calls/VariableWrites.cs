using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>The values that the local variables and parameters of one body of code get.</summary>
internal sealed class VariableWrites
{
    private readonly Dictionary<ISymbol, IOperation> _initial = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<IOperation?>> _writes = new(SymbolEqualityComparer.Default);

    public VariableWrites(IOperation body)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when declarator.GetVariableInitializer() is { } initializer:
                    _initial[declarator.Symbol] = initializer.Value;
                    break;
                case ILocalReferenceOperation local:
                    Add(local.Local, local);
                    break;
                case IParameterReferenceOperation parameter:
                    Add(parameter.Parameter, parameter);
                    break;
            }
        }
    }

    /// <summary>What a variable is declared with.</summary>
    public IOperation? InitialValue(ISymbol variable) => _initial.TryGetValue(variable, out IOperation? value) ? value : null;

    /// <summary>What is written to it after that: null for a value that is not one expression.</summary>
    public IReadOnlyList<IOperation?> Of(ISymbol variable) =>
        _writes.TryGetValue(variable, out List<IOperation?>? writes) ? writes : [];

    /// <summary>Whether a use of a variable writes it, or may.</summary>
    public static bool IsWrite(IOperation reference, out IOperation? value)
    {
        value = null;
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == reference:
                value = assignment.Value;
                return true;
            case ICoalesceAssignmentOperation assignment when assignment.Target == reference:
                value = assignment.Value;
                return true;
            case IAssignmentOperation assignment:
                return assignment.Target == reference || IsByReference(reference.Syntax);
            case IIncrementOrDecrementOperation or IAddressOfOperation:
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }:
                return true;
            case ITupleOperation tuple:
                return IsTarget(tuple);
            default:
                return IsByReference(reference.Syntax);
        }
    }

    private void Add(ISymbol variable, IOperation reference)
    {
        if (IsWrite(reference, out IOperation? value))
        {
            if (!_writes.TryGetValue(variable, out List<IOperation?>? writes))
            {
                _writes.Add(variable, writes = []);
            }

            writes.Add(value);
        }
    }

    private static bool IsTarget(IOperation tuple) => tuple.Parent switch
    {
        ITupleOperation outer => IsTarget(outer),
        IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
        IForEachLoopOperation loop => loop.LoopControlVariable == tuple,
        _ => false,
    };

    private static bool IsByReference(SyntaxNode syntax) => syntax.Parent switch
    {
        ParenthesizedExpressionSyntax outer => IsByReference(outer),
        MemberAccessExpressionSyntax access when access.Name == syntax => IsByReference(access),
        RefExpressionSyntax => true,
        ArgumentSyntax argument => argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
        _ => false,
    };
}
