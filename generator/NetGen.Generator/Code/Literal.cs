using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Code;

/// <summary>C# literals: the same text whatever the culture, operating system or runtime.</summary>
internal static class Literal
{
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number; beyond the range of an <c>int</c> with the suffix that makes it a <c>long</c>.</summary>
    public static string Of(long value) =>
        value.ToString(CultureInfo.InvariantCulture) + (value is > int.MaxValue or < int.MinValue ? "L" : "");

    /// <summary>The shortest text that gives the same float, of either sign of zero.</summary>
    public static string Of(float value)
    {
        if (float.IsNaN(value) || float.IsInfinity(value))
        {
            return float.IsNaN(value) ? "float.NaN" : value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

        if (value == 0)
        {
            return 1 / value < 0 ? "-0f" : "0f";
        }

        // Every whole number up to here is a float, and reads better without an exponent.
        if (Math.Abs(value) <= 1 << 24 && value == (int)value)
        {
            return Of((int)value) + "f";
        }

        // The runtimes a compiler runs on differ in what their own round-trip format prints.
        for (int digits = 1; ; digits++)
        {
            string text = value.ToString("G" + Of(digits), CultureInfo.InvariantCulture);
            if (digits == 9 || (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float read) && read == value))
            {
                return text.Replace("E+", "E") + "f";
            }
        }
    }

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A text for documentation comments.</summary>
    public static string Xml(string text)
    {
        StringBuilder escaped = new(text);
        return escaped.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
    }
}
