using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>What is done with a buffer.</summary>
internal enum BufferAccess
{
    /// <summary>The buffer may be kept somewhere, or what happens to it is not known.</summary>
    Escape,

    /// <summary>Its length is taken.</summary>
    Length,

    /// <summary>It is read.</summary>
    Read,

    /// <summary>It is written in part, or perhaps read before it is written.</summary>
    Write,

    /// <summary>A network writes all of it and never sees what was there before.</summary>
    Overwrite,
}

/// <summary>One use of a buffer, which is an array or a span.</summary>
/// <param name="Call">The call of a network that it is passed to.</param>
/// <param name="Parameter">The name of the network's parameter.</param>
internal readonly record struct BufferUse(BufferAccess Access, NetworkCall? Call = null, string? Parameter = null)
{
    /// <summary>Whether a network is run with it.</summary>
    public bool IsRun => Call is { Method: "Forward" or "ForwardBatch" or "Classify" };

    /// <summary>Follows a buffer, from a reference or an allocation, through spans over it to what is done with them.</summary>
    public static BufferUse Of(IOperation buffer, NetworkReadings readings, CancellationToken cancel)
    {
        (IOperation value, bool isWhole) = LastSpan(buffer);
        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } =>
                NetworkCall.Of(call, readings, cancel) is { } run
                    ? new(OfArgument(parameter, isWhole), run, parameter.Name)
                    : new(OfArgument(value, call.TargetMethod, parameter)),
            IInvocationOperation call => new(OfReceiver(value, call.TargetMethod)),
            IArrayElementReferenceOperation element when element.ArrayReference == value => new(OfElement(element)),
            IImplicitIndexerReferenceOperation element when element.Instance == value => new(OfElement(element)),
            IPropertyReferenceOperation { Property.Name: "Length" } => new(BufferAccess.Length),
            IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance == value => new(OfElement(element)),
            IForEachLoopOperation when !IsSpan(value.Type) => new(BufferAccess.Read),
            _ => new(BufferAccess.Escape),
        };
    }

    /// <summary>The last of the spans that are made of a buffer before anything is done with it, and whether it is a whole one.</summary>
    public static (IOperation Value, bool IsWhole) LastSpan(IOperation buffer)
    {
        bool isWhole = true;
        IOperation value = buffer;
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation conversion:
                    value = conversion;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "AsSpan" } call } when IsSpan(call.Type):
                    isWhole &= call.Arguments.Length == 1;
                    value = call;
                    break;
                case IInvocationOperation { TargetMethod.Name: "Slice", Instance: var whole } part when whole == value && IsSpan(part.Type):
                    isWhole = false;
                    value = part;
                    break;
                case IImplicitIndexerReferenceOperation { Instance: var whole } part when whole == value && IsSpan(part.Type):
                    isWhole = false;
                    value = part;
                    break;
                default:
                    return (value, isWhole);
            }
        }
    }

    private static bool IsSpan(ITypeSymbol? type) => type is { Name: "Span" or "ReadOnlySpan", IsRefLikeType: true };

    /// <summary>An argument of a network's member.</summary>
    private static BufferAccess OfArgument(IParameterSymbol parameter, bool isWhole) =>
        parameter.Type.Name != "Span" ? BufferAccess.Read
        : isWhole ? BufferAccess.Overwrite
        : BufferAccess.Write;

    /// <summary>An argument of another method, which can keep an array, but a span only in another span.</summary>
    private static BufferAccess OfArgument(IOperation value, IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None ? BufferAccess.Escape
        : IsSpan(value.Type)
            ? method.ReturnType.IsRefLikeType || method.ReturnsByRef || method.ReturnsByRefReadonly || method.ContainingType.IsRefLikeType
                || method.Parameters.Any(other => other.RefKind != RefKind.None && other.Type.IsRefLikeType) ? BufferAccess.Escape
            : value.Type!.Name == "ReadOnlySpan" ? BufferAccess.Read
            : BufferAccess.Write
        : method.ContainingType.ToDisplayString() switch
        {
            "string" or "System.Linq.Enumerable" when IsPlain(method.ReturnType) => BufferAccess.Read,
            "System.Array" when IsPlain(method.ReturnType) => BufferAccess.Write,
            _ => BufferAccess.Escape,
        };

    private static BufferAccess OfReceiver(IOperation value, IMethodSymbol method) =>
        method.Name switch
        {
            "CopyTo" or "TryCopyTo" => BufferAccess.Read,
            "ToArray" when IsSpan(value.Type) => BufferAccess.Read,
            "Fill" or "Clear" when IsSpan(value.Type) => BufferAccess.Write,
            _ => BufferAccess.Escape,
        };

    /// <summary>Numbers, strings and nothing: what cannot hold an array.</summary>
    private static bool IsPlain(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Void or SpecialType.System_String
        || (type.IsValueType && type.SpecialType != SpecialType.None);

    private static BufferAccess OfElement(IOperation element) =>
        element.Syntax.Parent is RefExpressionSyntax ? BufferAccess.Escape
        : element.Parent switch
        {
            IAssignmentOperation assignment when assignment.Target == element => BufferAccess.Write,
            IIncrementOrDecrementOperation or ITupleOperation => BufferAccess.Write,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } => BufferAccess.Write,
            _ => BufferAccess.Read,
        };
}
