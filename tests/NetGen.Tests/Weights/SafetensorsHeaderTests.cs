using System.Buffers.Binary;
using System.Text;
using NetGen.Weights;

namespace NetGen.Tests.Weights;

public class SafetensorsHeaderTests
{
    private const string A = """ "a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]} """;

    [Fact]
    public void TensorsComeInTheOrderOfTheirData()
    {
        SafetensorsHeader header = Read(SafetensorsBytes.Make(
            """
            {"__metadata__":{"format":"pt","x":""},
             "b":{"dtype":"F16","shape":[2,3],"data_offsets":[8,20]},
             "none":{"dtype":"I64","shape":[0,5],"data_offsets":[8,8]},
             "a":{"shape":[2],"data_offsets":[0,8],"dtype":"F32"},
             "scalar":{"dtype":"U8","shape":[],"data_offsets":[20,21]}}
            """,
            21));

        Assert.Equal(["a", "none", "b", "scalar"], header.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([2, 0, 6, 1], header.Tensors.Select(tensor => tensor.ElementCount));
        Assert.Equal(["F32", "I64", "F16", "U8"], header.Tensors.Select(tensor => tensor.Type));
        Assert.Equal([2L, 3L], header.Tensors[2].Shape);
        Assert.Equal((8, 20), (header.Tensors[2].Begin, header.Tensors[2].End));
        Assert.Equal(21, header.DataLength);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ }   ")]
    [InlineData("""{"__metadata__":{}}""")]
    public void AFileWithoutTensorsIsValid(string json)
    {
        SafetensorsHeader header = Read(SafetensorsBytes.Make(json));

        Assert.Empty(header.Tensors);
        Assert.Equal(0, header.DataLength);
    }

    [Theory]
    [InlineData("BOOL", 1)]
    [InlineData("U8", 1)]
    [InlineData("I8", 1)]
    [InlineData("F8_E5M2", 1)]
    [InlineData("F8_E4M3", 1)]
    [InlineData("F8_E8M0", 1)]
    [InlineData("U16", 2)]
    [InlineData("I16", 2)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    [InlineData("U32", 4)]
    [InlineData("I32", 4)]
    [InlineData("F32", 4)]
    [InlineData("U64", 8)]
    [InlineData("I64", 8)]
    [InlineData("F64", 8)]
    [InlineData("C64", 8)]
    public void TheSizeOfAKnownTypeIsChecked(string type, int size)
    {
        SafetensorsHeader header = Read(SafetensorsBytes.Make(("a", type, [3], new byte[3 * size])));
        Assert.Equal(type, header.Tensors[0].Type);

        byte[] wrong = SafetensorsBytes.Make(("a", type, [3], new byte[(3 * size) + 1]));
        string message = Message(wrong);
        Assert.Equal(
            $"Tensor 'a': should have {3 * size} bytes, being {type} of shape [3], "
            + $"but 'data_offsets' [0, {(3 * size) + 1}] give it {(3 * size) + 1}.",
            message);
    }

    [Fact]
    public void AnUnknownTypeIsListedWithAnySize()
    {
        SafetensorsHeader header = Read(SafetensorsBytes.Make(("a", "F4", [3], new byte[2])));

        Assert.Equal(new SafetensorsTensor("a", "F4", header.Tensors[0].Shape, 0, 2), header.Tensors[0]);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("   ", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("{}{}", "not valid JSON")]
    [InlineData("{},", "not valid JSON")]
    [InlineData("{/**/}", "not valid JSON")]
    [InlineData("\0{}", "not valid JSON")]
    [InlineData("{" + A + ",}", "not valid JSON")]
    [InlineData("[]", "The header should be a JSON object, but is an array.")]
    [InlineData("null", "The header should be a JSON object, but is null.")]
    [InlineData("17", "The header should be a JSON object, but is 17.")]
    [InlineData("{" + A + "," + A + "}", "The header should name each tensor once, but names 'a' twice.")]
    [InlineData(
        "{" + A + """, "\u0061":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}}""",
        "The header should name each tensor once, but names 'a' twice.")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", "names '__metadata__' twice")]
    [InlineData("""{"__metadata__":{"a":1}}""", "'__metadata__' should hold only strings, but holds 1.")]
    [InlineData("""{"__metadata__":{"a":{}}}""", "'__metadata__' should hold only strings, but holds an object.")]
    [InlineData("""{"__metadata__":[]}""", "'__metadata__' should be a JSON object, but is an array.")]
    [InlineData("""{"a":true}""", "'a' should be a JSON object, but is true.")]
    [InlineData("""{"\ud800":{}}""", "half a surrogate pair")]
    [InlineData("""{"a":{"\udc00type":"F32"}}""", "half a surrogate pair")]
    [InlineData("""{"a":{"dtype":"\ud800"}}""", "half a surrogate pair")]
    public void ABadHeaderIsAnError(string json, string problem) =>
        Assert.Contains(problem, Message(SafetensorsBytes.Make(json, 8)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""  """, "has no 'dtype'")]
    [InlineData(""" "dtype":"F32","data_offsets":[0,8] """, "has no 'shape'")]
    [InlineData(""" "dtype":"F32","shape":[2] """, "has no 'data_offsets'")]
    [InlineData(""" "dtype":"F32","dtype":"F32" """, "once each, but has another 'dtype' besides")]
    [InlineData(""" "shape":[2],"sh\u0061pe":[2] """, "once each, but has another 'shape' besides")]
    [InlineData(""" "data_offsets":[0,8],"data_offsets":[0,8] """, "but has another 'data_offsets' besides")]
    [InlineData(""" "scale":1 """, "but has another 'scale' besides")]
    [InlineData(""" "dtype":32 """, "'dtype' should be a string, but is 32.")]
    [InlineData(""" "dtype":null """, "'dtype' should be a string, but is null.")]
    [InlineData(""" "shape":2 """, "'shape' should be an array, but is 2.")]
    [InlineData(""" "shape":[[2]] """, "'shape' should hold only numbers, but holds an array.")]
    [InlineData(""" "shape":[2,"3"] """, "'shape' should hold only numbers, but holds a string.")]
    [InlineData(""" "shape":[-1] """, "whole numbers of at most 9223372036854775807, but holds -1.")]
    [InlineData(""" "shape":[1.5] """, "but holds 1.5.")]
    [InlineData(""" "shape":[1e3] """, "but holds 1e3.")]
    [InlineData(""" "shape":[9223372036854775808] """, "but holds 9223372036854775808.")]
    [InlineData(""" "data_offsets":{} """, "'data_offsets' should be an array, but is an object.")]
    [InlineData(""" "data_offsets":[0,-8] """, "but holds -8.")]
    [InlineData(""" "data_offsets":[0,99999999999999999999] """, "but holds 99999999999999999999.")]
    [InlineData(""" "dtype":"F32","shape":[2],"data_offsets":[8] """, "'data_offsets' should be 2 numbers, but are 1.")]
    [InlineData(""" "dtype":"F32","shape":[2],"data_offsets":[0,4,8] """, "should be 2 numbers, but are 3.")]
    [InlineData(
        """ "dtype":"F32","shape":[2],"data_offsets":[8,0] """, "'data_offsets' should be in order, but are [8, 0].")]
    [InlineData(
        """ "dtype":"F32","shape":[2,3],"data_offsets":[0,8] """,
        "should have 24 bytes, being F32 of shape [2, 3], but 'data_offsets' [0, 8] give it 8.")]
    [InlineData(
        """ "dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8] """,
        "should have at most 9223372036854775807 values, but has shape [4294967296, 4294967296].")]
    // 2^62 values of 4 bytes: the product fits 64 bits, the number of bytes would wrap to 0.
    [InlineData(
        """ "dtype":"F32","shape":[4611686018427387904],"data_offsets":[0,0] """,
        "should have 18446744073709551616 bytes")]
    public void ABadTensorIsAnErrorThatNamesIt(string entry, string problem)
    {
        string message = Message(SafetensorsBytes.Make($"{{\"fc1.weight\":{{{entry}}}}}", 8));

        Assert.StartsWith("Tensor 'fc1.weight': ", message, StringComparison.Ordinal);
        Assert.Contains(problem, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 12, "should begin at byte 8 of the data, where the one before it ends, but begins at byte 4.")]
    [InlineData(12, 20, "should begin at byte 8 of the data, where the one before it ends, but begins at byte 12.")]
    [InlineData(0, 8, "should begin at byte 8 of the data, where the one before it ends, but begins at byte 0.")]
    public void OverlapsAndGapsAreErrors(int begin, int end, string problem)
    {
        byte[] file = SafetensorsBytes.Make(
            "{" + A + $$""", "b":{"dtype":"F32","shape":[2],"data_offsets":[{{begin}},{{end}}]} """ + "}",
            Math.Max(8, end));

        Assert.Equal($"Tensor 'b': {problem}", Message(file));
    }

    [Fact]
    public void DataBeforeTheFirstTensorIsAnError() =>
        Assert.StartsWith(
            "Tensor 'a': should begin at byte 0",
            Message(SafetensorsBytes.Make("""{"a":{"dtype":"U8","shape":[8],"data_offsets":[4,12]}}""", 12)),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(7)]
    [InlineData(9)]
    public void TheLengthOfTheDataIsCheckedWhereTheStreamCanSeek(int length)
    {
        byte[] file = SafetensorsBytes.Make($"{{{A}}}", length);

        using var stream = new MemoryStream(file);
        var e = Assert.Throws<InvalidDataException>(() => SafetensorsHeader.Read(stream));
        Assert.Equal($"The header describes 8 bytes of data, but {length} follow it.", e.Message);
    }

    [Fact]
    public void EveryTruncationOfTheHeaderIsAnError()
    {
        byte[] file = SafetensorsBytes.Make($"{{{A}}}", 8);
        for (int length = 0; length < file.Length - 8; length++)
        {
            string message = Message(file[..length]);
            Assert.Contains($"ends after {(length < 8 ? length : length - 8)}", message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(100_000_001UL)]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    public void AHeaderBeyondTheLimitIsAnError(ulong length)
    {
        byte[] file = SafetensorsBytes.Make("{}");
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);

        Assert.Equal($"The header's length should be at most 100000000 bytes, but is {length}.", Message(file));
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0xC0)]
    [InlineData(0x80)]
    public void InvalidUtf8IsAnError(byte bad)
    {
        byte[] file = SafetensorsBytes.Make($"{{{A}}}", 8);
        file[Array.IndexOf(file, (byte)'a')] = bad;

        Assert.Equal("The header is not valid UTF-8.", Message(file));
    }

    [Fact]
    public void DeepNestingIsAnError()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Contains("holds an array", Message(Entry($"\"shape\":[{deep}]")), StringComparison.Ordinal);
        Assert.Contains("is an array", Message(SafetensorsBytes.Make(deep)), StringComparison.Ordinal);

        static byte[] Entry(string text) => SafetensorsBytes.Make($"{{\"a\":{{{text}}}}}");
    }

    [Fact]
    public void LongAndUnprintableNamesAreCutInMessages()
    {
        string name = "\\u001b[31m" + new string('n', 1000);
        string message = Message(SafetensorsBytes.Make($$"""{"{{name}}":1}"""));

        Assert.StartsWith("'\uFFFD[31mnnn", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 100, 200);
    }

    [Fact]
    public void ALongHeaderIsReadWhole()
    {
        string json = "{" + string.Join(',', Enumerable.Range(0, 5000).Select(
            i => $$"""
                "tensor{{i}}":{"dtype":"U8","shape":[1],"data_offsets":[{{i}},{{i + 1}}]}
                """)) + "}";
        SafetensorsHeader header = Read(SafetensorsBytes.Make(json, 5000));

        Assert.Equal(Enumerable.Range(0, 5000).Select(i => $"tensor{i}"), header.Tensors.Select(tensor => tensor.Name));
    }

    /// <summary>Reads a file in both ways, which must agree.</summary>
    private static SafetensorsHeader Read(byte[] file)
    {
        using var seekable = new MemoryStream(file);
        using var oneWay = new OneWayStream(file, 3);
        SafetensorsHeader header = SafetensorsHeader.Read(seekable);
        SafetensorsHeader other = SafetensorsHeader.Read(oneWay);
        Assert.Equivalent(header, other, strict: true);
        Assert.Equal(header.DataLength, other.DataLength);
        Assert.Equal(file.Length - header.DataLength, seekable.Position);
        return header;
    }

    /// <summary>The message of the error that reading a file gives in both ways.</summary>
    private static string Message(byte[] file)
    {
        using var seekable = new MemoryStream(file);
        using var oneWay = new OneWayStream(file, 3);
        string message = Assert.Throws<InvalidDataException>(() => SafetensorsHeader.Read(seekable)).Message;
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => SafetensorsHeader.Read(oneWay)).Message);
        return message;
    }
}
