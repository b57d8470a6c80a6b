using System.Buffers.Binary;

namespace NetGen;

/// <summary>
/// Reads files of the IDX format, in which MNIST and its relatives come (LeCun, Cortes and Burges, "The MNIST database of
/// handwritten digits"): a magic number (two zero bytes, the type of the values, the number of dimensions), each dimension's size
/// as a big-endian 32-bit integer, then the values.
/// </summary>
public static class IdxFile
{
    private const uint ByteVector = 0x0800;

    /// <summary>Reads images of bytes and their labels, from files that are gzip-compressed or not.</summary>
    /// <param name="imagesPath">The path of the images, such as <c>train-images-idx3-ubyte.gz</c>.</param>
    /// <param name="labelsPath">The path of their labels, such as <c>train-labels-idx1-ubyte.gz</c>.</param>
    /// <returns>A sample an image: its pixels divided by 255, row by row. The targets are the labels.</returns>
    /// <exception cref="InvalidDataException">
    /// A file is damaged or holds something else, or there are not as many labels as images.
    /// </exception>
    public static TrainingData<int> Read(string imagesPath, string labelsPath)
    {
        byte[] pixels = ReadBytes(imagesPath, 3, out int[] sizes);
        byte[] labels = ReadBytes(labelsPath, 1, out _);
        if (labels.Length != sizes[0])
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"{labelsPath}: expected {sizes[0]:N0} labels, as there are images, found {labels.Length:N0}"));
        }

        return TrainingData<int>.Owning(
            Array.ConvertAll(pixels, pixel => pixel / 255f), Array.ConvertAll(labels, label => (int)label), sizes[1] * sizes[2]);
    }

    private static byte[] ReadBytes(string path, int dimensions, out int[] sizes)
    {
        using var file = new DataFile(path);
        uint magic = ReadNumber("magic number");
        uint expected = ByteVector + (uint)dimensions;
        if (magic != expected)
        {
            throw file.Invalid($"expected magic number 0x{expected:X8}, found 0x{magic:X8}");
        }

        sizes = new int[dimensions];
        long length = 1;
        for (int i = 0; i < dimensions; i++)
        {
            uint size = ReadNumber("sizes");
            if (size == 0 || size > Array.MaxLength / length)
            {
                throw file.Invalid($"expected from 1 to {Array.MaxLength:N0} values, found size {size:N0} in dimension {i + 1}");
            }

            sizes[i] = (int)size;
            length *= size;
        }

        // The header may lie: memory grows with what the file really holds.
        using MemoryStream values = new();
        byte[] block = new byte[65_536];
        while (values.Length < length)
        {
            int read = file.Read(block.AsSpan(0, (int)Math.Min(block.Length, length - values.Length)));
            if (read == 0)
            {
                throw file.Invalid($"the file is truncated: expected {length:N0} values, found {values.Length:N0}");
            }

            values.Write(block, 0, read);
        }

        return file.Read(block.AsSpan(0, 1)) == 0
            ? values.ToArray()
            : throw file.Invalid($"expected {length:N0} values, found more");

        uint ReadNumber(string what)
        {
            Span<byte> bytes = stackalloc byte[sizeof(uint)];
            return file.Read(bytes) == sizeof(uint)
                ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
                : throw file.Invalid($"the file is truncated: it ends in the {what} of the header");
        }
    }
}
