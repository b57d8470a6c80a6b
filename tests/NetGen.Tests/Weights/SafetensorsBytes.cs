using System.Buffers.Binary;
using System.Text;

namespace NetGen.Tests.Weights;

/// <summary>Makes safetensors files, valid or not, in memory.</summary>
internal static class SafetensorsBytes
{
    /// <summary>A file of any header text and any data.</summary>
    public static byte[] Make(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        var file = new byte[8 + header.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(file, header.Length);
        header.CopyTo(file.AsSpan(8));
        data.CopyTo(file.AsSpan(8 + header.Length));
        return file;
    }

    /// <summary>A file of any header text, and as many zeros as data.</summary>
    public static byte[] Make(string header, int dataLength = 0) =>
        Make(Encoding.UTF8.GetBytes(header), new byte[dataLength]);

    /// <summary>A valid file of these tensors one after the other.</summary>
    public static byte[] Make(params (string Name, string Type, int[] Shape, byte[] Data)[] tensors)
    {
        var entries = new List<string>();
        int offset = 0;
        foreach ((string name, string type, int[] shape, byte[] data) in tensors)
        {
            entries.Add(
                $"\"{name}\":{{\"dtype\":\"{type}\",\"shape\":[{string.Join(',', shape)}],"
                + $"\"data_offsets\":[{offset},{offset += data.Length}]}}");
        }

        string header = $"{{{string.Join(',', entries)}}}";
        return Make(Encoding.UTF8.GetBytes(header), tensors.SelectMany(tensor => tensor.Data).ToArray());
    }

    /// <summary>The bytes of float32 values.</summary>
    public static byte[] F32(params float[] values) => Bytes(values, 4, BinaryPrimitives.WriteSingleLittleEndian);

    /// <summary>The bytes of float64 values.</summary>
    public static byte[] F64(params double[] values) => Bytes(values, 8, BinaryPrimitives.WriteDoubleLittleEndian);

    /// <summary>The bytes of float16 values.</summary>
    public static byte[] F16(params Half[] values) => Bytes(values, 2, BinaryPrimitives.WriteHalfLittleEndian);

    /// <summary>The bytes of 16-bit words, such as bfloat16 values.</summary>
    public static byte[] Words(params ushort[] values) => Bytes(values, 2, BinaryPrimitives.WriteUInt16LittleEndian);

    private static byte[] Bytes<T>(T[] values, int size, Action<Span<byte>, T> write)
    {
        var bytes = new byte[values.Length * size];
        for (int i = 0; i < values.Length; i++)
        {
            write(bytes.AsSpan(i * size), values[i]);
        }

        return bytes;
    }
}
