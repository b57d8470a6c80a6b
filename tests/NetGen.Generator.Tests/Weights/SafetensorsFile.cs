using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>Weights files of float32, as resources of a program.</summary>
internal static class SafetensorsFile
{
    public static ResourceDescription Resource(
        string name, params (string Name, int[] Shape, float[] Values)[] tensors) =>
        new(name, () => new MemoryStream(Bytes(tensors)), isPublic: true);

    private static byte[] Bytes((string Name, int[] Shape, float[] Values)[] tensors)
    {
        List<string> entries = [];
        List<byte> data = [];
        foreach ((string name, int[] shape, float[] values) in tensors)
        {
            int start = data.Count;
            data.AddRange(MemoryMarshal.AsBytes<float>(values));
            string sizes = string.Join(',', shape);
            entries.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"\"{name}\":{{\"dtype\":\"F32\",\"shape\":[{sizes}],\"data_offsets\":[{start},{data.Count}]}}"));
        }

        byte[] header = Encoding.UTF8.GetBytes($"{{{string.Join(',', entries)}}}");
        byte[] length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        return [.. length, .. header, .. data];
    }
}
