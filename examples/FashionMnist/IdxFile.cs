using System.Buffers.Binary;
using System.IO.Compression;

namespace FashionMnist;

/// <summary>
/// Reads files of the IDX format, in which MNIST and its relatives come: a magic number (two zero bytes, the type of
/// the values, the number of dimensions), each dimension's size as a big-endian 32-bit integer, then the values.
/// </summary>
internal static class IdxFile
{
    private const uint ByteVector = 0x0800;

    /// <summary>Reads a file of bytes, gzip-compressed or not.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="item">The sizes each item must have: 28, 28 for images of that size, none for labels.</param>
    /// <returns>The bytes of all items, one item after the other.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or holds something else.</exception>
    public static byte[] Read(string path, params ReadOnlySpan<int> item)
    {
        using FileStream file = File.OpenRead(path);
        bool compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using Stream stream = compressed ? new GZipStream(file, CompressionMode.Decompress) : file;

        uint magic = ReadNumber("magic number");
        uint expectedMagic = ByteVector + 1 + (uint)item.Length;
        Require(magic == expectedMagic, $"expected magic number 0x{expectedMagic:X8}, found 0x{magic:X8}");
        long length = ReadNumber("number of items");
        uint[] sizes = new uint[item.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = ReadNumber("item size");
            length *= item[i];
        }

        (string expected, string found) = (string.Join(" x ", item.ToArray()), string.Join(" x ", sizes));
        Require(found == expected, $"expected items of {expected}, found {found}");
        Require(length <= Array.MaxLength, $"expected {Array.MaxLength:N0} bytes at most, its header says {length:N0}");

        // The header may lie: memory grows with what the file really holds.
        using MemoryStream values = new();
        byte[] block = new byte[65_536];
        while (values.Length < length)
        {
            int read = Fill(block.AsSpan(0, (int)Math.Min(block.Length, length - values.Length)));
            Require(read > 0, $"the file is truncated: expected {length:N0} bytes of items, found {values.Length:N0}");
            values.Write(block, 0, read);
        }

        Require(Fill(block.AsSpan(0, 1)) == 0, $"expected {length:N0} bytes of items, found more");
        return values.ToArray();

        uint ReadNumber(string what)
        {
            Span<byte> bytes = stackalloc byte[sizeof(uint)];
            Require(Fill(bytes) == sizeof(uint), $"the file is truncated: it ends in the {what} of the header");
            return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        int Fill(Span<byte> buffer)
        {
            try
            {
                return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            }
            catch (InvalidDataException e)
            {
                throw new InvalidDataException($"{path}: the gzip data is damaged", e);
            }
        }

        void Require(bool condition, string problem)
        {
            if (!condition)
            {
                throw new InvalidDataException($"{path}: {problem}");
            }
        }
    }
}
