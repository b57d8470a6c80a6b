using System.Buffers.Binary;
using System.Globalization;

namespace NetGen.Weights;

/// <summary>The values of a tensor, from the bytes of a safetensors file.</summary>
internal static class TensorValues
{
    /// <summary>The size of one value in bytes, or 0 for a dtype that is unknown or not of whole bytes.</summary>
    public static int ElementSize(string type) => type switch
    {
        "BOOL" or "U8" or "I8" or "F8_E5M2" or "F8_E4M3" or "F8_E8M0" => 1,
        "U16" or "I16" or "F16" or "BF16" => 2,
        "U32" or "I32" or "F32" => 4,
        "U64" or "I64" or "F64" or "C64" => 8,
        _ => 0,
    };

    /// <summary>Whether <see cref="Convert"/> takes a dtype.</summary>
    public static bool CanConvert(string type) => type is "F32" or "F16" or "BF16" or "F64";

    /// <summary>Converts little-endian values to float32; F64 is rounded to the nearest.</summary>
    /// <param name="bytes">The values, as many as <paramref name="destination"/> holds.</param>
    /// <param name="type">The dtype: F32, F16, BF16 or F64.</param>
    /// <param name="destination">Receives the values.</param>
    /// <exception cref="InvalidDataException">
    /// Another dtype, or a finite F64 value beyond the range of float32.
    /// </exception>
    /// <exception cref="ArgumentException">The two lengths do not agree.</exception>
    public static void Convert(ReadOnlySpan<byte> bytes, string type, Span<float> destination)
    {
        if (!CanConvert(type))
        {
            throw new InvalidDataException($"The dtype should be F32, F16, BF16 or F64, but is {type}.");
        }

        if (bytes.Length != (long)destination.Length * ElementSize(type))
        {
            throw new ArgumentException(
                $"{destination.Length} values of {type} are not {bytes.Length} bytes.", nameof(bytes));
        }

        switch (type)
        {
            case "F32":
                for (int i = 0; i < destination.Length; i++)
                {
                    destination[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]);
                }

                break;
            case "F16":
                for (int i = 0; i < destination.Length; i++)
                {
                    destination[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]);
                }

                break;
            case "BF16":
                // The upper half of a float32.
                for (int i = 0; i < destination.Length; i++)
                {
                    int upper = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
                    destination[i] = BitConverter.Int32BitsToSingle(upper << 16);
                }

                break;
            case "F64":
                for (int i = 0; i < destination.Length; i++)
                {
                    destination[i] = Narrow(BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]));
                }

                break;
        }
    }

    private static float Narrow(double value)
    {
        var narrow = (float)value;
        return float.IsInfinity(narrow) && double.IsFinite(value)
            ? throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"The F64 value {value} is beyond the range of float32."))
            : narrow;
    }
}
