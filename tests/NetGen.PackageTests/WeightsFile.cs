using System.Buffers.Binary;
using System.Text;

namespace NetGen.PackageTests;

/// <summary>Weights files for the tests, written byte by byte: the header's length, the header, the data.</summary>
internal static class WeightsFile
{
    public static byte[] Bytes(string header, params byte[] data)
    {
        var length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteInt64LittleEndian(length, Encoding.UTF8.GetByteCount(header));
        return [.. length, .. Encoding.UTF8.GetBytes(header), .. data];
    }

    /// <summary>Tensors of dtype F32, one dimension each, one after the other.</summary>
    public static byte[] OfFloats(params (string Name, float[] Values)[] tensors)
    {
        var headers = new List<string>();
        var data = new List<byte>();
        foreach ((string name, float[] values) in tensors)
        {
            int begin = data.Count;
            data.AddRange(values.SelectMany(BitConverter.GetBytes));
            headers.Add($$"""
                "{{name}}":{"dtype":"F32","shape":[{{values.Length}}],"data_offsets":[{{begin}},{{data.Count}}]}
                """);
        }

        return Bytes($"{{{string.Join(',', headers)}}}", [.. data]);
    }
}
