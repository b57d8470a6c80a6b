using System.Text;

namespace NetGen;

/// <summary>Reads the records of a CSV file as RFC 4180 has them: cells may be in quotes, and then hold separators and line ends.</summary>
/// <param name="path">The file's path.</param>
/// <param name="separator">What stands between the cells of a line.</param>
internal sealed class CsvReader(string path, char separator) : IDisposable
{
    private const int None = -1;
    private readonly DataFile _file = new(path);
    private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetDecoder();
    private readonly byte[] _bytes = new byte[16_384];
    private readonly char[] _characters = new char[16_384 + 1];
    private readonly StringBuilder _cell = new();
    private int _position;
    private int _length;
    private int _nextLine = 1;
    private bool _started;

    /// <summary>The line on which the last record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Reads the next record that is not an empty line.</summary>
    /// <param name="cells">Receives the cells.</param>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="InvalidDataException">Quotes are not in pairs around a cell.</exception>
    public bool Read(List<string> cells)
    {
        cells.Clear();
        while (Peek() is '\r' or '\n')
        {
            ReadLineEnd();
        }

        if (Peek() == None)
        {
            return false;
        }

        Line = _nextLine;
        cells.Add(ReadCell(1));
        while (Peek() == separator)
        {
            _position++;
            cells.Add(ReadCell(cells.Count + 1));
        }

        ReadLineEnd();
        return true;
    }

    /// <summary>The exception for what is wrong with the file.</summary>
    public InvalidDataException Invalid(FormattableString problem) => _file.Invalid(problem);

    /// <summary>The exception for what is wrong with a cell of the last record.</summary>
    public InvalidDataException Invalid(int column, FormattableString problem) =>
        Invalid($"line {Line}, column {column}: {FormattableString.Invariant(problem)}");

    public void Dispose() => _file.Dispose();

    private string ReadCell(int column)
    {
        _cell.Clear();
        if (Peek() != '"')
        {
            int next;
            while ((next = Peek()) != separator && next is not (None or '\r' or '\n'))
            {
                if (next == '"')
                {
                    throw Invalid(column, $"expected quotes around the whole cell, found one inside");
                }

                Take();
            }

            return _cell.ToString();
        }

        // Two quotes stand for one.
        do
        {
            _position++;
            while (Peek() != '"')
            {
                if (Peek() == None)
                {
                    throw Invalid(column, $"expected a closing quote, found the end of the file");
                }

                _nextLine += Peek() == '\n' ? 1 : 0;
                Take();
            }

            _position++;
            if (Peek() == '"')
            {
                _cell.Append('"');
            }
        }
        while (Peek() == '"');

        int after = Peek();
        return after == separator || after is None or '\r' or '\n'
            ? _cell.ToString()
            : throw Invalid(column, $"expected the cell to end after its quotes, found '{(char)after}'");
    }

    private void ReadLineEnd()
    {
        if (Peek() == '\r')
        {
            _position++;
        }

        if (Peek() == '\n')
        {
            _position++;
        }

        _nextLine++;
    }

    private void Take() => _cell.Append(_characters[_position++]);

    /// <summary>The next character, or <see cref="None"/> at the end of the file.</summary>
    private int Peek()
    {
        while (_position == _length)
        {
            int read = _file.Read(_bytes);
            if (read == 0)
            {
                return None;
            }

            ReadOnlySpan<byte> bytes = _bytes.AsSpan(0, read);
            if (!_started && bytes.StartsWith(Encoding.UTF8.Preamble))
            {
                bytes = bytes[Encoding.UTF8.Preamble.Length..];
            }

            _started = true;
            _position = 0;
            _length = _decoder.GetChars(bytes, _characters, flush: false);
        }

        return _characters[_position];
    }
}
