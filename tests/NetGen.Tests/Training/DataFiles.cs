using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetGen.Tests.Weights;

namespace NetGen.Tests.Training;

/// <summary>Writes files of data for a test, deleted at its end.</summary>
internal sealed class DataFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path(string name) => System.IO.Path.Combine(_folder.Path, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>The content of an IDX file.</summary>
    public static byte[] Idx(uint magic, uint[] sizes, params byte[] values)
    {
        byte[] header = new byte[4 * (1 + sizes.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(header, magic);
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 * (i + 1)), sizes[i]);
        }

        return [.. header, .. values];
    }

    public static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }

    public void Dispose() => _folder.Dispose();
}
