using System.Text;

namespace NetGen.Generator.Code;

/// <summary>Text with C#'s indentation, lines ended by \n on every system.</summary>
internal sealed class CodeWriter
{
    private const int LineLength = 150;
    private readonly StringBuilder _text = new();
    private int _indent;

    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _indent * 4).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>Writes an empty line, unless a block has just been opened.</summary>
    public void Separate()
    {
        if (_text.Length > 2 && _text[^2] != '{')
        {
            Line();
        }
    }

    /// <summary>Writes lines of a text, each behind a prefix such as <c>/// </c>.</summary>
    public void Lines(string text, string prefix = "")
    {
        foreach (string line in text.Split('\n'))
        {
            Line((prefix + line).TrimEnd());
        }
    }

    /// <summary>Opens a block; disposing of the result closes it.</summary>
    public Block Open(string header, string comment = "")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line(comment.Length > 0 ? "{ // " + comment : "{");
        _indent++;
        return new Block(this);
    }

    /// <summary>Writes statements side by side, as many to a line as fit.</summary>
    public void Flow(IEnumerable<string> statements) => Flow(statements, " ", "", "");

    /// <summary>Writes parts of one statement side by side, indented from the second line on.</summary>
    public void FlowList(IEnumerable<string> parts, string end) => Flow(parts, ", ", end, "    ");

    private void Flow(IEnumerable<string> items, string separator, string end, string nextIndent)
    {
        StringBuilder line = new();
        foreach (string item in items)
        {
            if (line.Length > 0 && (_indent * 4) + line.Length + separator.Length + item.Length > LineLength)
            {
                Line(line.Append(separator).ToString().TrimEnd());
                line.Clear().Append(nextIndent);
            }
            else if (line.Length > 0)
            {
                line.Append(separator);
            }

            line.Append(item);
        }

        Line(line.Append(end).ToString());
    }

    public override string ToString() => _text.ToString();

    private void Close()
    {
        _indent--;
        Line("}");
    }

    internal readonly struct Block(CodeWriter code) : IDisposable
    {
        public void Dispose() => code.Close();
    }
}
