using System.Text;
using System.Text.Json;

namespace NetGen.Weights;

/// <summary>Reads the JSON text in the header of a safetensors file.</summary>
internal static class SafetensorsParser
{
    /// <summary>Gives the tensors in the order of the text; offsets are not yet checked against each other.</summary>
    /// <param name="json">The header: valid UTF-8.</param>
    /// <param name="metadata">Receives the file's metadata.</param>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidDataException">The text is JSON, but not a valid header.</exception>
    public static List<SafetensorsTensor> Parse(byte[] json, Dictionary<string, string> metadata)
    {
        var tensors = new List<SafetensorsTensor>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InvalidDataException($"The header should be a JSON object, but is {Found(in reader)}.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = ReadText(in reader);
            if (!names.Add(name))
            {
                throw new InvalidDataException(
                    $"The header should name each tensor once, but names {Quote(name)} twice.");
            }

            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new InvalidDataException($"{Quote(name)} should be a JSON object, but is {Found(in reader)}.");
            }

            if (name == "__metadata__")
            {
                ReadMetadata(ref reader, metadata);
            }
            else
            {
                tensors.Add(ReadTensor(ref reader, name));
            }
        }

        // Throws if anything but white space follows the object.
        reader.Read();
        return tensors;
    }

    /// <summary>Text of the file's in quotes for a message: cut if long, without control characters.</summary>
    public static string Quote(string text)
    {
        const int Most = 100;
        string printable = string.Concat(text.Take(Most).Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return text.Length > Most ? $"'{printable}…'" : $"'{printable}'";
    }

    /// <summary>A shape for a message.</summary>
    public static string Text(long[] shape) =>
        $"[{string.Join(", ", shape.Take(8))}{(shape.Length > 8 ? ", …" : "")}]";

    /// <summary>The exception for what is wrong with one tensor.</summary>
    public static InvalidDataException Invalid(string tensor, string problem) =>
        new($"Tensor {Quote(tensor)}: {problem}");

    private static void ReadMetadata(ref Utf8JsonReader reader, Dictionary<string, string> metadata)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = ReadText(in reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new InvalidDataException(
                    $"'__metadata__' should hold only strings, but holds {Found(in reader)}.");
            }

            metadata[key] = ReadText(in reader);
        }
    }

    private static SafetensorsTensor ReadTensor(ref Utf8JsonReader reader, string name)
    {
        string? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            switch (ReadText(in reader))
            {
                case "dtype" when type is null:
                    reader.Read();
                    type = reader.TokenType == JsonTokenType.String
                        ? ReadText(in reader)
                        : throw Invalid(name, $"'dtype' should be a string, but is {Found(in reader)}.");
                    break;
                case "shape" when shape is null:
                    shape = ReadIntegers(ref reader, name, "shape");
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadIntegers(ref reader, name, "data_offsets");
                    break;
                case string key:
                    throw Invalid(
                        name,
                        "should have 'dtype', 'shape' and 'data_offsets' once each, "
                        + $"but has another {Quote(key)} besides.");
            }
        }

        if (type is null || shape is null || offsets is null)
        {
            string missing = type is null ? "dtype" : shape is null ? "shape" : "data_offsets";
            throw Invalid(name, $"should have 'dtype', 'shape' and 'data_offsets', but has no '{missing}'.");
        }

        if (offsets.Length != 2)
        {
            throw Invalid(name, $"'data_offsets' should be 2 numbers, but are {offsets.Length}.");
        }

        var tensor = new SafetensorsTensor(name, type, shape, offsets[0], offsets[1]);
        CheckSize(tensor);
        return tensor;
    }

    private static long[] ReadIntegers(ref Utf8JsonReader reader, string name, string key)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Invalid(name, $"'{key}' should be an array, but is {Found(in reader)}.");
        }

        Utf8JsonReader ahead = reader;
        int count = 0;
        while (ahead.Read() && ahead.TokenType == JsonTokenType.Number)
        {
            count++;
        }

        var values = new long[count];
        for (int i = 0; i < count; i++)
        {
            reader.Read();
            if (!reader.TryGetInt64(out values[i]) || values[i] < 0)
            {
                throw Invalid(
                    name,
                    $"'{key}' should hold whole numbers of at most {long.MaxValue}, but holds {Found(in reader)}.");
            }
        }

        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray
            ? values
            : throw Invalid(name, $"'{key}' should hold only numbers, but holds {Found(in reader)}.");
    }

    /// <summary>Checks that the bytes are as many as shape and dtype take; an unknown dtype may take any.</summary>
    private static void CheckSize(SafetensorsTensor tensor)
    {
        (string name, string type, long[] shape, long begin, long end) = tensor;
        if (begin > end)
        {
            throw Invalid(name, $"'data_offsets' should be in order, but are [{begin}, {end}].");
        }

        UInt128 count = 1;
        foreach (long dimension in shape)
        {
            count *= (ulong)dimension;
            if (count > long.MaxValue)
            {
                throw Invalid(name, $"should have at most {long.MaxValue} values, but has shape {Text(shape)}.");
            }
        }

        int size = TensorValues.ElementSize(type);
        if (size != 0 && count * (uint)size != (ulong)(end - begin))
        {
            throw Invalid(
                name,
                $"should have {count * (uint)size} bytes, being {type} of shape {Text(shape)}, "
                + $"but 'data_offsets' [{begin}, {end}] give it {end - begin}.");
        }
    }

    private static string ReadText(ref readonly Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDataException("The header has half a surrogate pair, escaped (as in \\ud800).", e);
        }
    }

    private static string Found(ref readonly Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 40)]),
        _ => reader.TokenType.ToString().ToLowerInvariant(),
    };
}
