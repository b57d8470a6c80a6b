using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using NetGen.CompilerServices;

namespace NetGen.Weights;

/// <summary>Writes a network's parameters in the safetensors format, as float32.</summary>
internal static class SafetensorsWriter
{
    /// <summary>Writes a whole file.</summary>
    /// <param name="stream">Receives the file.</param>
    /// <param name="layers">The layers with parameters, in order.</param>
    /// <param name="parameters">The values of each layer's tensors in the declared order, all of them.</param>
    public static void Write(Stream stream, ReadOnlySpan<LayerTensors> layers, ReadOnlySpan<float> parameters)
    {
        WriteHeader(stream, layers);
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

    private static void WriteHeader(Stream stream, ReadOnlySpan<LayerTensors> layers)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
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
