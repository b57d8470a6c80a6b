using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Tests.Weights;

/// <summary>Damages safetensors files: any bytes, the data, or the header with its length put right again.</summary>
internal sealed partial class SafetensorsMutator(Random random)
{
    private static readonly string[] _numbers =
    [
        "0", "1", "-1", "-0", "2", "3", "4", "8", "24", "1.0", "1e2", "1E400", "00", "0x1", "4294967295", "4294967296",
        "4611686018427387904", "9223372036854775807", "9223372036854775808", "18446744073709551616", "NaN", "null",
        "\"1\"", "[1]", "{}", "true", "", "99999999999999999999999999999999999999999999999999999999999999",
    ];

    private static readonly string[] _strings =
    [
        "\"F32\"", "\"F16\"", "\"BF16\"", "\"F64\"", "\"I64\"", "\"F4\"", "\"\"", "\"\\ud800\"", "\"\\u0030.weight\"",
        "\"dtype\"", "\"shape\"", "\"data_offsets\"", "\"__metadata__\"", "\"0.weight\"", "\"0.bias\"", "\"2.weight\"",
        "\"weight\"", "\"\\q\"", "\"\n\"", "null", "7", "[]", "{\"a\":\"b\"}", "'F32'", "\"unterminated",
    ];

    private static readonly string[] _marks =
        ["{", "}", "[", "]", ",", ":", "\"", " ", "\\", "//", "/*", "\0", "\u00e9", new string('[', 100), "{\"a\":"];

    /// <summary>A file with one to three defects; <paramref name="other"/> is another file to take pieces of.</summary>
    public byte[] Mutate(byte[] file, byte[] other)
    {
        int defects = Math.Max(1, random.Next(5) - 1);
        for (int i = 0; i < defects; i++)
        {
            int length = HeaderLength(file) ?? -1;
            file = (length < 0 ? 0 : random.Next(4)) switch
            {
                0 => MutateBytes(file, other),
                1 => [.. file.AsSpan(0, 8 + length), .. MutateData(file.AsSpan(8 + length))],
                _ => SafetensorsBytes.Make(MutateHeader(file.AsSpan(8, length)), file.AsSpan(8 + length)),
            };
        }

        return file;
    }

    private static int? HeaderLength(byte[] file) =>
        file.Length >= 8 && BinaryPrimitives.ReadInt64LittleEndian(file) is long length
            && length >= 0 && length <= file.Length - 8
            ? (int)length
            : null;

    private byte[] MutateBytes(byte[] file, byte[] other)
    {
        int place = random.Next(file.Length + 1);
        int count = random.Next(Math.Min(40, file.Length - place + 1));
        switch (random.Next(8))
        {
            case 0:
                return file[..place];
            case 1:
                return [.. file, .. other.AsSpan(random.Next(other.Length))];
            case 2:
                // A piece twice.
                return [.. file.AsSpan(0, place + count), .. file.AsSpan(place)];
            case 3:
                // A piece left out.
                return [.. file.AsSpan(0, place), .. file.AsSpan(place + count)];
            case 4:
                return [.. file.AsSpan(0, place), .. other.AsSpan(Math.Min(place, other.Length))];
            case 5 when file.Length >= 8:
                long length = BinaryPrimitives.ReadInt64LittleEndian(file);
                long[] lengths = [length + random.Next(-9, 10), random.NextInt64(), -1, 0, 100_000_000, 100_000_001];
                byte[] relabelled = [.. file];
                BinaryPrimitives.WriteInt64LittleEndian(relabelled, lengths[random.Next(lengths.Length)]);
                return relabelled;
            default:
                byte[] flipped = [.. file];
                for (int i = random.Next(1, 4); i > 0 && flipped.Length > 0; i--)
                {
                    flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
                }

                return flipped;
        }
    }

    /// <summary>Puts extreme values (0xFFFF is NaN, 0x7F80 to 0x7FFF NaN or huge) for some of the data.</summary>
    private byte[] MutateData(ReadOnlySpan<byte> data)
    {
        byte[] mutated = [.. data];
        int start = random.Next(data.Length + 1);
        byte value = (byte)(random.Next(2) == 0 ? 0xFF : random.Next(256));
        mutated.AsSpan(start, random.Next(Math.Min(9, data.Length - start + 1))).Fill(value);
        return mutated;
    }

    private byte[] MutateHeader(ReadOnlySpan<byte> header)
    {
        string text = Encoding.Latin1.GetString(header);
        int place = random.Next(text.Length + 1);
        string mutated = random.Next(6) switch
        {
            0 => Replace(Number(), text, _numbers),
            1 => Replace(Text(), text, _strings),
            2 => text.Insert(place, _marks[random.Next(_marks.Length)]),
            3 => Replace(Mark(), text, _marks),
            4 => Repeat(random.Next(3) switch { 0 => Number(), 1 => Text(), _ => Entry() }, text),
            _ => text + new string(' ', random.Next(20)),
        };
        return Encoding.Latin1.GetBytes(mutated);
    }

    /// <summary>Puts something else for one match of a pattern.</summary>
    private string Replace(Regex pattern, string text, string[] replacements)
    {
        MatchCollection matches = pattern.Matches(text);
        if (matches.Count == 0)
        {
            return text;
        }

        Match match = matches[random.Next(matches.Count)];
        return string.Concat(
            text.AsSpan(0, match.Index),
            replacements[random.Next(replacements.Length)],
            text.AsSpan(match.Index + match.Length));
    }

    /// <summary>Puts one match of a pattern for another.</summary>
    private string Repeat(Regex pattern, string text)
    {
        MatchCollection matches = pattern.Matches(text);
        return matches.Count == 0 ? text : Replace(pattern, text, [matches[random.Next(matches.Count)].Value]);
    }

    [GeneratedRegex(@"-?\d+")]
    private static partial Regex Number();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"[{}\[\],:""]")]
    private static partial Regex Mark();

    /// <summary>A key with its value, or a number with its comma.</summary>
    [GeneratedRegex("\"[^\"]*\":(\"[^\"]*\"|\\[[^\\]]*\\]|\\{[^}]*\\})|\\d+,")]
    private static partial Regex Entry();
}
