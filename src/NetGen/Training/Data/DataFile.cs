using System.IO.Compression;

namespace NetGen;

/// <summary>A file of data, gzip-compressed or not, whatever its name.</summary>
internal sealed class DataFile : IDisposable
{
    private readonly string _path;
    private readonly Stream _stream;

    private DataFile(string path, Stream stream) => (_path, _stream) = (path, stream);

    public static DataFile Open(string path)
    {
        FileStream file = File.OpenRead(path);
        bool compressed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return new(path, compressed ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    /// <summary>Fills a buffer, or what of it there is content for.</summary>
    /// <returns>The number of bytes read; less than the buffer has only at the end of the content.</returns>
    /// <exception cref="InvalidDataException">The compressed data is damaged.</exception>
    public int Read(Span<byte> buffer)
    {
        try
        {
            return _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{_path}: the gzip data is damaged", e);
        }
    }

    /// <summary>The exception for what is wrong with the file.</summary>
    public InvalidDataException Invalid(FormattableString problem) => new($"{_path}: {FormattableString.Invariant(problem)}");

    public void Dispose() => _stream.Dispose();
}
