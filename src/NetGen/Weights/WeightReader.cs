using NetGen.CompilerServices;

namespace NetGen.Weights;

/// <summary>
/// Reads a network's parameters from a safetensors stream, front to back through a small buffer, so that the stream
/// need not be able to seek.
/// </summary>
internal sealed class WeightReader
{
    private const int ChunkLength = 32 * 1024;

    private readonly Stream _stream;
    private readonly long _length;
    private readonly byte[] _chunk;
    private long _position;

    private WeightReader(Stream stream, long length)
    {
        _stream = stream;
        _length = length;
        _chunk = new byte[Math.Min(length, ChunkLength)];
    }

    /// <summary>Reads and checks a whole file.</summary>
    /// <param name="stream">The file, from where it is to its end.</param>
    /// <param name="layers">The layers with parameters, in order.</param>
    /// <param name="acceptNaN">Whether a weight may be NaN.</param>
    /// <returns>The values of each layer's tensors in the declared order.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the declared layers.</exception>
    public static float[] Read(Stream stream, ReadOnlySpan<LayerTensors> layers, bool acceptNaN)
    {
        SafetensorsHeader header = SafetensorsHeader.Read(stream);
        return ReadData(stream, header, layers, acceptNaN);
    }

    /// <summary>Reads what follows a header, to the end of the file.</summary>
    /// <inheritdoc cref="Read"/>
    public static float[] ReadData(
        Stream stream, SafetensorsHeader header, ReadOnlySpan<LayerTensors> layers, bool acceptNaN)
    {
        int count = LayerTensors.CountParameters(layers);
        List<WeightPlacement> plan = WeightPlan.Make(header, layers);
        var reader = new WeightReader(stream, header.DataLength);

        // Where the stream can seek, its length is known to be what the header says, and the values go to their place
        // at once. Else they are kept in the order they come, in memory that grows with them, and placed at the end.
        bool inPlace = stream.CanSeek;
        var values = new float[inPlace ? count : 0];
        int filled = 0;
        foreach ((SafetensorsTensor tensor, int offset) in plan)
        {
            reader.Skip(tensor.Begin);
            int start = inPlace ? offset : filled;
            filled += (int)tensor.ElementCount;
            for (int done = 0; done < tensor.ElementCount;)
            {
                ReadOnlySpan<byte> bytes = reader.Next(tensor.End);
                int step = bytes.Length / TensorValues.ElementSize(tensor.Type);
                if (values.Length < start + done + step)
                {
                    Array.Resize(ref values, (int)Math.Min(count, Math.Max(start + done + step, 2L * values.Length)));
                }

                Convert(tensor, done, bytes, values.AsSpan(start + done, step), acceptNaN);
                done += step;
            }
        }

        reader.Skip(header.DataLength);
        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException(
                $"The header describes {header.DataLength} bytes of data, but more follow it.");
        }

        return inPlace ? values : Place(plan, values);
    }

    private static void Convert(
        SafetensorsTensor tensor, int index, ReadOnlySpan<byte> bytes, Span<float> values, bool acceptNaN)
    {
        try
        {
            TensorValues.Convert(bytes, tensor.Type, values);
        }
        catch (InvalidDataException e)
        {
            throw SafetensorsParser.Invalid(tensor.Name, e.Message);
        }

        for (int i = 0; i < values.Length && !acceptNaN; i++)
        {
            if (float.IsNaN(values[i]))
            {
                throw SafetensorsParser.Invalid(tensor.Name, $"should hold numbers, but has NaN at index {index + i}.");
            }
        }
    }

    private static float[] Place(List<WeightPlacement> plan, float[] values)
    {
        var placed = new float[values.Length];
        int filled = 0;
        foreach ((SafetensorsTensor tensor, int offset) in plan)
        {
            int count = (int)tensor.ElementCount;
            values.AsSpan(filled, count).CopyTo(placed.AsSpan(offset));
            filled += count;
        }

        return placed;
    }

    private void Skip(long end)
    {
        while (_position < end)
        {
            Next(end);
        }
    }

    /// <summary>Reads on, but not beyond a place in the data; the bytes are valid until the next call.</summary>
    private ReadOnlySpan<byte> Next(long end)
    {
        Span<byte> bytes = _chunk.AsSpan(0, (int)Math.Min(end - _position, _chunk.Length));
        int read = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        _position += read;
        return read == bytes.Length
            ? bytes
            : throw new InvalidDataException(
                $"The header describes {_length} bytes of data, but the file ends after {_position} of them.");
    }
}
