using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using NetGen.CompilerServices;

namespace NetGen.Weights;

/// <summary>Writes a network's parameters in the safetensors format, as float32.</summary>
internal static class SafetensorsWriter
{
    /// <summary>Writes a file that appears whole or not at all; one that exists is replaced.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteFile(
        string path,
        ReadOnlySpan<LayerTensors> layers,
        ReadOnlySpan<float> parameters,
        params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        // Written beside the target, because only within a volume is a move one step.
        string target = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(target) ?? target, Path.GetRandomFileName());
        var stream = new FileStream(temporary, FileMode.CreateNew);
        try
        {
            using (stream)
            {
                Write(stream, layers, parameters, metadata);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes a whole file.</summary>
    /// <param name="stream">Receives the file.</param>
    /// <param name="layers">The layers with parameters, in order.</param>
    /// <param name="parameters">The values of each layer's tensors in the declared order, all of them.</param>
    /// <param name="metadata">What the file says of itself.</param>
    public static void Write(
        Stream stream,
        ReadOnlySpan<LayerTensors> layers,
        ReadOnlySpan<float> parameters,
        params ReadOnlySpan<(string Key, string Value)> metadata)
    {
        WriteHeader(stream, layers, metadata);
        Span<byte> chunk = stackalloc byte[4096];
        while (!parameters.IsEmpty)
        {
            int count = Math.Min(parameters.Length, chunk.Length / sizeof(float));
            for (int i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(chunk[(sizeof(float) * i)..], parameters[i]);
            }

            stream.Write(chunk[..(sizeof(float) * count)]);
            parameters = parameters[count..];
        }
    }

    private static void WriteHeader(
        Stream stream, ReadOnlySpan<LayerTensors> layers, ReadOnlySpan<(string Key, string Value)> metadata)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            if (!metadata.IsEmpty)
            {
                writer.WriteStartObject("__metadata__");
                foreach ((string key, string value) in metadata)
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
            }

            long offset = 0;
            foreach (LayerTensors layer in layers)
            {
                foreach (TensorShape tensor in layer.Tensors)
                {
                    long end = offset + (sizeof(float) * tensor.ElementCount);
                    writer.WriteStartObject(TensorBinding.TensorName(layer.SavedPrefix, tensor.Suffix));
                    writer.WriteString("dtype", "F32");
                    writer.WriteStartArray("shape");
                    foreach (int dimension in tensor.Dimensions)
                    {
                        writer.WriteNumberValue(dimension);
                    }

                    writer.WriteEndArray();
                    writer.WriteStartArray("data_offsets");
                    writer.WriteNumberValue(offset);
                    writer.WriteNumberValue(end);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                    offset = end;
                }
            }

            writer.WriteEndObject();
        }

        // Padded, as the reference implementation does, so that the data begins at a multiple of 8 bytes.
        int padding = -json.WrittenCount & 7;
        json.GetSpan(padding)[..padding].Fill((byte)' ');
        json.Advance(padding);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.WrittenCount);
        stream.Write(length);
        stream.Write(json.WrittenSpan);
    }
}
