using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;

namespace NetGen.Weights;

/// <summary>
/// The header of a safetensors file (https://github.com/huggingface/safetensors): which tensors it holds, and where.
/// The file is the header's length as 8 bytes little-endian, the header as a JSON object in UTF-8, and the tensors'
/// bytes, which they must cover without gap or overlap. It is untrusted input: whatever is wrong with it, reading
/// throws <see cref="InvalidDataException"/> and allocates no more than a small multiple of what the stream delivers.
/// </summary>
internal sealed class SafetensorsHeader
{
    /// <summary>The limit of the format's reference implementation, in bytes.</summary>
    private const int MaxLength = 100_000_000;

    private SafetensorsHeader(
        List<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string> metadata, long dataLength)
    {
        Tensors = tensors;
        Metadata = metadata;
        DataLength = dataLength;
    }

    /// <summary>The tensors in the order of their data.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>What the file says of itself.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The length of the data after the header, in bytes.</summary>
    public long DataLength { get; }

    /// <summary>Reads the header; the stream is then at the first byte of the data.</summary>
    /// <param name="stream">
    /// The file. Where it can seek, the length of the data is checked too; else the caller finds out while reading.
    /// </param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static SafetensorsHeader Read(Stream stream)
    {
        byte[] json = ReadJson(stream);
        if (!Utf8.IsValid(json))
        {
            throw new InvalidDataException("The header is not valid UTF-8.");
        }

        List<SafetensorsTensor> tensors;
        Dictionary<string, string> metadata = [];
        try
        {
            tensors = SafetensorsParser.Parse(json, metadata);
        }
        catch (JsonException e)
        {
            // The place only: the exception's own message would cite the file at length, line breaks included.
            throw new InvalidDataException(
                $"The header is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine}).", e);
        }

        long dataLength = CheckCoverage(tensors);
        return stream.CanSeek && stream.Length - stream.Position is long found && found != dataLength
            ? throw new InvalidDataException($"The header describes {dataLength} bytes of data, but {found} follow it.")
            : new SafetensorsHeader(tensors, metadata, dataLength);
    }

    private static byte[] ReadJson(Stream stream)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        int filled = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (filled < prefix.Length)
        {
            throw new InvalidDataException(
                $"The file should begin with 8 bytes of header length, but ends after {filled}.");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaxLength)
        {
            throw new InvalidDataException(
                $"The header's length should be at most {MaxLength} bytes, but is {length}.");
        }

        // The length is only a claim, so the memory grows with the bytes that really come.
        var json = new byte[Math.Min((int)length, 4096)];
        filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(json.AsSpan(filled), json.Length - filled, throwOnEndOfStream: false);
            if (filled < json.Length)
            {
                throw new InvalidDataException(
                    $"The header should have {length} bytes, but the file ends after {filled} of them.");
            }

            if (filled == (int)length)
            {
                return json;
            }

            Array.Resize(ref json, (int)Math.Min(length, 2 * (ulong)filled));
        }
    }

    /// <summary>Brings the tensors into the order of their data and gives its length.</summary>
    private static long CheckCoverage(List<SafetensorsTensor> tensors)
    {
        tensors.Sort((a, b) => (a.Begin, a.End).CompareTo((b.Begin, b.End)) is int order and not 0
            ? order
            : string.CompareOrdinal(a.Name, b.Name));
        long end = 0;
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (tensor.Begin != end)
            {
                throw SafetensorsParser.Invalid(
                    tensor.Name,
                    $"should begin at byte {end} of the data, where the one before it ends, "
                    + $"but begins at byte {tensor.Begin}.");
            }

            end = tensor.End;
        }

        return end;
    }
}
