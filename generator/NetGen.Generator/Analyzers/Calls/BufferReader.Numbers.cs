using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Generator.Analyzers;

/// <content>Numbers and ranges.</content>
internal sealed partial class BufferReader
{
    private long? Number(IOperation? operation)
    {
        if (operation?.ConstantValue is { HasValue: true, Value: sbyte or byte or short or ushort or int or uint or long } constant)
        {
            return Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture);
        }

        if (operation?.Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64) || _depth == MaxDepth)
        {
            return null;
        }

        _depth++;
        long? number = operation switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Number(conversion.Operand),
            ILocalReferenceOperation local => Number(variables.Of(local.Local, local)?.Operation),
            IFieldReferenceOperation field => Number(variables.Of(field.Field, field)?.Operation),
            IPropertyReferenceOperation { Property.Name: "Length", Instance: { } buffer } when IsBuffer(buffer.Type) =>
                Read(buffer).Length,
            IPropertyReferenceOperation property => Number(variables.Of(property.Property, property)?.Operation),
            IBinaryOperation { OperatorMethod: null } binary =>
                Computed(binary.OperatorKind, Number(binary.LeftOperand), Number(binary.RightOperand)),
            _ => null,
        };
        _depth--;

        // Beyond this a sum or product may have overflowed.
        return number is >= int.MinValue and <= int.MaxValue ? number : null;
    }

    private static long? Computed(BinaryOperatorKind kind, long? left, long? right) => kind switch
    {
        BinaryOperatorKind.Add => left + right,
        BinaryOperatorKind.Subtract => left - right,
        BinaryOperatorKind.Multiply => left * right,
        BinaryOperatorKind.Divide when right != 0 => left / right,
        _ => null,
    };

    private static IOperation? Constant(IOperation? operation) => operation?.ConstantValue.HasValue == true ? operation : null;

    private BufferView Range(BufferView whole, IOperation operation)
    {
        if (operation is not IRangeOperation { LeftOperand: var left, RightOperand: var right })
        {
            return default;
        }

        if (right is null)
        {
            return left is null ? whole : Tail(whole, left);
        }

        long? start = left is null ? 0 : Position(left, whole.Length);
        long? end = Position(right, whole.Length);
        return end < start ? default : whole.Slice(start, end - start, start == 0 ? Constant(FromStart(right)) : null);
    }

    /// <summary>From an index to the end: known to be as long as the index is from the end.</summary>
    private BufferView Tail(BufferView whole, IOperation index) => FromEnd(index) is { } distance
        ? whole.Slice(whole.Length - Number(distance), Number(distance), Constant(distance))
        : whole.From(Number(FromStart(index)));

    private long? Position(IOperation index, long? length) =>
        FromEnd(index) is { } distance ? length - Number(distance) : Number(FromStart(index));

    private static IOperation? FromEnd(IOperation index) =>
        index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat ? hat.Operand : null;

    private static IOperation? FromStart(IOperation index) => (index as IConversionOperation)?.Operand;
}
