using System.Runtime.InteropServices;
using NetGen.Weights;

namespace NetGen.Tests;

/// <summary>Tensors of the files in <c>Vectors/</c>.</summary>
internal static class ReferenceVectors
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Vectors", file + ".safetensors");

    public static float[] Floats(string file, string tensor) => Read<float>(file, tensor, "F32");

    public static double[] Doubles(string file, string tensor) => Read<double>(file, tensor, "F64");

    public static long[] Longs(string file, string tensor) => Read<long>(file, tensor, "I64");

    private static T[] Read<T>(string file, string tensor, string type)
        where T : struct
    {
        using FileStream stream = File.OpenRead(PathOf(file));
        SafetensorsHeader header = SafetensorsHeader.Read(stream);
        SafetensorsTensor found = header.Tensors.Single(candidate => candidate.Name == tensor);
        Assert.Equal(type, found.Type);
        stream.Seek(found.Begin, SeekOrigin.Current);
        byte[] bytes = new byte[found.End - found.Begin];
        stream.ReadExactly(bytes);
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }
}
