using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>Tells whether what a network in a loop is made of, a path, parameters or a seed, is certainly the same each time.</summary>
internal sealed class NetworkSource(
    StatementSyntax loop, SemanticModel model, NetworkReadings readings, CancellationToken cancel)
{
    private readonly LoopInvariance _invariance = new(loop, model);

    /// <summary>Whether the argument is the same, and what it stands for too. A stream never is: it moves on.</summary>
    public bool IsSame(IOperation argument) => argument.Type switch
    {
        { SpecialType: SpecialType.System_String } => _invariance.IsSame(argument) && !InLoop().Any(other => IsOtherUse(other, argument)),
        { SpecialType: SpecialType.System_Int32 } => _invariance.IsSame(argument),
        { IsRefLikeType: true } => HasSameContents(argument),
        _ => false,
    };

    private IEnumerable<IOperation> InLoop() => model.GetOperation(loop, cancel)?.Descendants() ?? [];

    /// <summary>Whether the path is used for anything but loading: who saves there makes another file of it.</summary>
    private bool IsOtherUse(IOperation other, IOperation path) =>
        (path.ConstantValue is { HasValue: true, Value: { } constant }
            ? constant.Equals(other.ConstantValue.Value)
            : VariableOf(path) is { } variable && SymbolEqualityComparer.Default.Equals(variable, VariableOf(other)))
        && !(other.Parent is IArgumentOperation { Parent: IInvocationOperation call }
            && NetworkCall.Of(call, readings, cancel) is { Method: "Load" });

    private bool HasSameContents(IOperation parameters) => parameters switch
    {
        IConversionOperation conversion => HasSameContents(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments: [var array, .. var range] } =>
            HasSameContents(array.Value) && range.All(bound => _invariance.IsSame(bound.Value)),
        IArrayCreationOperation array => array.DimensionSizes.All(_invariance.IsSame)
            && (array.Initializer is null || array.Initializer.ElementValues.All(_invariance.IsSame)),
        ICollectionExpressionOperation list => list.Elements.All(_invariance.IsSame),
        _ => VariableOf(parameters) is { } variable && _invariance.IsSame(parameters) && !InLoop().Any(CanWrite)
            && References.To(variable, loop, model, cancel).All(IsRead),
    };

    private bool IsRead(IdentifierNameSyntax name) =>
        model.GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name, cancel)
            is { } reference
        && BufferUse.Of(reference, readings, cancel).Access is BufferAccess.Read or BufferAccess.Length;

    /// <summary>Whether it may write to an array that others refer to as well: an assignment, or a call of the user's own code.</summary>
    private bool CanWrite(IOperation operation) => operation switch
    {
        IAssignmentOperation { Target: IArrayElementReferenceOperation or IPropertyReferenceOperation } => true,
        IIncrementOrDecrementOperation { Target: IArrayElementReferenceOperation or IPropertyReferenceOperation } => true,
        IInvocationOperation call => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke
            || (!IsOfSystem(call.TargetMethod) && NetworkCall.Of(call, readings, cancel) is null),
        IObjectCreationOperation { Constructor: { } constructor } => !IsOfSystem(constructor),
        IAwaitOperation or IDynamicInvocationOperation or IForEachLoopOperation { IsAsynchronous: true } => true,
        _ => false,
    };

    private static bool IsOfSystem(IMethodSymbol method)
    {
        INamespaceSymbol? space = method.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return space?.Name == "System";
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };
}
