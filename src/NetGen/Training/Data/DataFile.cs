using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>A file of data, gzip-compressed or not, whatever its name.</summary>
internal sealed class DataFile : IDisposable
{
    private readonly string _path;
    private readonly Stream _stream;
    private readonly uint? _expectedLength;
    private uint _length;

    public DataFile(string path)
    {
        _path = path;
        FileStream file = File.OpenRead(path);
        _stream = file;
        if (file.ReadByte() == 0x1F && file.ReadByte() == 0x8B)
        {
            // GZipStream takes a file that is cut off for one that ends; the last bytes say how long the content is, modulo 2^32.
            // So a file of several compressed ones in a row, which would be read too, is refused.
            Span<byte> end = stackalloc byte[sizeof(uint)];
            file.Position = Math.Max(0, file.Length - end.Length);
            file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
            _expectedLength = BinaryPrimitives.ReadUInt32LittleEndian(end);
            _stream = new GZipStream(file, CompressionMode.Decompress);
        }

        file.Position = 0;
    }

    /// <summary>Fills a buffer, or what of it there is content for.</summary>
    /// <returns>The number of bytes read; less than the buffer has only at the end of the content.</returns>
    /// <exception cref="InvalidDataException">The compressed data is damaged.</exception>
    public int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{_path}: the gzip data is damaged", e);
        }

        _length += (uint)read;
        return read == buffer.Length || _length == (_expectedLength ?? _length)
            ? read
            : throw Invalid($"the gzip data is damaged: its end gives {_expectedLength:N0} bytes, found {_length:N0}");
    }

    /// <summary>The exception for what is wrong with the file.</summary>
    public InvalidDataException Invalid(FormattableString problem) => new($"{_path}: {FormattableString.Invariant(problem)}");

    public void Dispose() => _stream.Dispose();
}
