using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <summary>
/// Reads expressions as a person does who looks up what variables hold: which memory it is, and how long. Nothing is
/// guessed: what could be otherwise on some run is not known.
/// </summary>
internal sealed partial class BufferReader(VariableValues variables)
{
    // Deeper than anyone reads. Variables may be defined by one another in a circle.
    private const int MaxDepth = 32;

    private int _depth;

    /// <summary>Reads an array, a span or a memory.</summary>
    public BufferView Read(IOperation? operation)
    {
        if (operation is null || !IsBuffer(operation.Type) || _depth == MaxDepth)
        {
            return default;
        }

        _depth++;
        BufferView view = operation.ConstantValue is { HasValue: true, Value: null } ? BufferView.Fresh(0) : ReadKind(operation);
        _depth--;
        return view;
    }

    private BufferView ReadKind(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Read(conversion.Operand),
        IDefaultValueOperation => BufferView.Fresh(0),
        IArrayCreationOperation { DimensionSizes: [var size], Initializer: var values } => New(size, values is not null),
        ICollectionExpressionOperation collection => BufferView.Fresh(Count(collection.Elements)),
        IConditionalOperation choice => Common(Read(choice.WhenTrue), Read(choice.WhenFalse)),
        ILocalReferenceOperation local => Variable(local, local.Local, isKnown: true),
        IParameterReferenceOperation parameter => Variable(parameter, parameter.Parameter, isKnown: true),
        IFieldReferenceOperation field => Variable(field, field.Field, IsOfThis(field)),
        IPropertyReferenceOperation property => Property(property),
        ICoalesceAssignmentOperation assignment => Read(assignment.Target),
        IInvocationOperation call => Result(call),
        IObjectCreationOperation creation => Created(creation),
        IImplicitIndexerReferenceOperation part => Range(Read(part.Instance), part.Argument),

        // A range of an array is a copy.
        IArrayElementReferenceOperation { Indices: [var range] } copy =>
            Copy(Range(Read(copy.ArrayReference), range)),

        // The compiler has no kind of operation for it.
        { Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: var values } } =>
            New(operation.ChildOperations.FirstOrDefault(), values is not null),
        { Syntax: ImplicitStackAllocArrayCreationExpressionSyntax } => New(operation.ChildOperations.FirstOrDefault(), hasValues: true),
        _ => default,
    };

    private BufferView New(IOperation? size, bool hasValues = false) =>
        Number(size) is var length && length >= 0 ? BufferView.Fresh(length, hasValues ? null : Constant(size)) : default;

    private long? Count(ImmutableArray<IOperation> elements)
    {
        long? count = 0;
        foreach (IOperation element in elements)
        {
            count += element is ISpreadOperation spread ? Read(spread.Operand).Length : 1;
        }

        return count;
    }

    private static BufferView Copy(BufferView original) => BufferView.Fresh(original.Length, original.Size);

    private static BufferView Common(BufferView first, BufferView second) =>
        first.Length != second.Length ? default
        : SymbolEqualityComparer.Default.Equals(first.Memory, second.Memory) && first.Start == second.Start
            ? first with { IsWhole = first.IsWhole && second.IsWhole, Size = null }
            : BufferView.Fresh(first.Length);

    /// <param name="isKnown">Whether the variable, each time it is read in a call, is the same one.</param>
    private BufferView Variable(IOperation reference, ISymbol variable, bool isKnown)
    {
        VariableValue? value = variables.Of(variable, reference);
        BufferView view = Read(value?.Operation);
        return reference is ILocalReferenceOperation
            && value is { IsFinal: true }
            && view.Memory is { } memory
            && variables.IsNeverWritten(memory, value.Operation)
                ? view
                : new BufferView(isKnown ? variable : null, 0, view.Length, true, SizeOf(view, value));
    }

    private BufferView Property(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        if (IsBuffer(property.ContainingType))
        {
            return property.Name switch
            {
                "Span" => Read(reference.Instance),
                "Empty" => BufferView.Fresh(0),
                _ => default,
            };
        }

        if (variables.Of(property, reference) is not { IsComputed: true } value)
        {
            return Variable(reference, property, IsOfThis(reference) && VariableValues.IsAuto(property));
        }

        BufferView view = Read(value.Operation);
        return view with { Memory = IsOfThis(reference) ? view.Memory : null, Size = SizeOf(view, value) };
    }

    /// <summary>The expression for the length, if a change of it is seen wherever the variable is used.</summary>
    private static IOperation? SizeOf(BufferView view, VariableValue? value) => value is { IsLocal: true } ? view.Size : null;

    private BufferView Result(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        return method.ContainingType switch
        {
            var type when IsBuffer(type) => method.Name switch
            {
                "Slice" => Part(Read(call.Instance), call.Arguments),
                "ToArray" => Copy(Read(call.Instance)),
                _ => default,
            },
            { Name: var type } owner when IsSystem(owner) => (type, method.Name) switch
            {
                ("MemoryExtensions", "AsSpan" or "AsMemory") => Part(Read(call.Arguments[0].Value), call.Arguments),
                ("GC", "AllocateArray" or "AllocateUninitializedArray") => New(Argument(call.Arguments, "length")),
                ("Array", "Empty") => BufferView.Fresh(0),
                _ => default,
            },
            _ => default,
        };
    }

    private BufferView Created(IObjectCreationOperation creation) =>
        creation.Arguments.IsEmpty ? BufferView.Fresh(0)
        : Argument(creation.Arguments, "array") is { } array ? Part(Read(array), creation.Arguments)
        : Argument(creation.Arguments, "pointer") is not null ? New(Argument(creation.Arguments, "length"))
        : default;

    private BufferView Part(BufferView whole, ImmutableArray<IArgumentOperation> arguments) =>
        Argument(arguments, "length") is { } length
            ? whole.Slice(Number(Argument(arguments, "start")), Number(length), Constant(length))
        : Argument(arguments, "start") is { } start ? whole.From(Number(start))
        : Argument(arguments, "startIndex") is { } index ? Tail(whole, index)
        : Argument(arguments, "range") is { } range ? Range(whole, range)
        : whole;

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    /// <summary>Whether a member is of the object whose code this is, or static.</summary>
    private static bool IsOfThis(IMemberReferenceOperation reference) => reference.Member.IsStatic
        || reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private static bool IsBuffer(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 }
        || (type is INamedTypeSymbol { Arity: 1, Name: "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory" } && IsSystem(type));

    private static bool IsSystem(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
