using System.Reflection;
using NetGen.CompilerServices;

namespace NetGen.Tests.Weights;

public class WeightFileReadTests
{
    private static readonly LayerTensors[] _layers =
    [
        new("Dense1", null, "0", new TensorShape("weight", 2, 3), new TensorShape("bias", 2)),
        new("Dense2", null, "2", new TensorShape("weight", 1, 2)),
    ];

    private static readonly float[] _parameters = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [Fact]
    public void ValuesComeInTheDeclaredOrder()
    {
        byte[] file = SafetensorsBytes.Make(
            ("2.weight", "F32", [1, 2], SafetensorsBytes.F32(9, 10)),
            ("input", "I64", [2], new byte[16]),
            ("0.bias", "F64", [2], SafetensorsBytes.F64(7, 8)),
            ("0.weight", "F16", [2, 3], SafetensorsBytes.F16([.. _parameters[..6].Select(value => (Half)value)])),
            ("none", "F32", [0], []),
            ("output", "U8", [3], new byte[3]));

        Assert.Equal(_parameters, Read(file, _layers));
    }

    [Fact]
    public void NamedLayersTakeTheirTensors()
    {
        LayerTensors[] layers =
        [
            new("Dense1", null, "0", new TensorShape("weight", 1, 1)),
            new("out", "out", "out", new TensorShape("weight", 1, 1), new TensorShape("bias", 1)),
            new("Dense3", null, "4", new TensorShape("weight", 1, 1)),
        ];
        byte[] file = SafetensorsBytes.Make(
            ("10.weight", "F32", [1, 1], SafetensorsBytes.F32(4)),
            ("9.weight", "F32", [1, 1], SafetensorsBytes.F32(1)),
            ("out.weight", "BF16", [1, 1], SafetensorsBytes.Words(0x4000)),
            ("out.bias", "F32", [1], SafetensorsBytes.F32(3)));

        Assert.Equal([1f, 2f, 3f, 4f], Read(file, layers));
    }

    [Fact]
    public void ATensorOfManyChunksIsReadWhole()
    {
        const int Rows = 301;
        const int Columns = 107;
        double[] values = [.. Enumerable.Range(0, Rows * Columns).Select(i => i / 8.0)];
        LayerTensors[] layers = [new("Dense1", null, "0", new TensorShape("weight", Rows, Columns))];
        byte[] file = SafetensorsBytes.Make(
            ("before", "U8", [50_001], new byte[50_001]),
            ("0.weight", "F64", [Rows, Columns], SafetensorsBytes.F64(values)),
            ("behind", "U8", [70_001], new byte[70_001]));

        Assert.Equal(values.Select(value => (float)value), Read(file, layers));
    }

    [Fact]
    public void InfinityIsAccepted() =>
        Assert.Equal(
            float.NegativeInfinity, Read(File(weight: [1, 2, 3, 4, 5, float.NegativeInfinity]), _layers)[5]);

    [Fact]
    public void ANetworkWithoutParametersNeedsNoTensors() => Assert.Empty(Read(SafetensorsBytes.Make("{}"), []));

    [Fact]
    public void AMissingTensorIsAnError()
    {
        byte[] file = SafetensorsBytes.Make(("0.weight", "F32", [2, 3], new byte[24]));

        Assert.Equal(
            "Dense1 should have a tensor '0.bias' of shape [2], but the file has none; it has '0.weight'.",
            Message(file, _layers));
    }

    [Fact]
    public void ATensorServesOneLayerOnly()
    {
        LayerTensors layer = new("fc", "fc", "fc", new TensorShape("weight", 1, 1));
        byte[] file = SafetensorsBytes.Make(("fc.weight", "F32", [1, 1], new byte[4]));

        Assert.Equal([0f], Read(file, [layer]));
        Assert.StartsWith(
            "fc should have a tensor 'fc.weight'", Message(file, [layer, layer]), StringComparison.Ordinal);
    }

    [Fact]
    public void TooFewLayersInTheFileAreAnError()
    {
        byte[] file = SafetensorsBytes.Make(
            ("0.weight", "F32", [2, 3], new byte[24]), ("0.bias", "F32", [2], new byte[8]));

        Assert.Equal(
            "Dense2 should have tensors, but the file has no layer left for it; it has '0.weight', '0.bias'.",
            Message(file, _layers));
        Assert.Equal(
            "Dense1 should have tensors, but the file has no layer left for it; it has no tensors.",
            Message(SafetensorsBytes.Make("{}"), _layers));
    }

    [Fact]
    public void ALongListOfTensorsIsCutInAMessage()
    {
        byte[] file = SafetensorsBytes.Make(
            [.. Enumerable.Range(0, 15).Select(i => ($"t{i}", "U8", Array.Empty<int>(), new byte[1]))]);

        Assert.EndsWith(
            "it has 't0', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10', 't11', and 3 more.",
            Message(file, _layers),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3, 2 }, "[3, 2]; it looks transposed.")]
    [InlineData(new[] { 6 }, "[6].")]
    [InlineData(new[] { 2, 3, 1 }, "[2, 3, 1].")]
    [InlineData(new[] { 6, 1 }, "[6, 1].")]
    public void AWrongShapeIsAnError(int[] shape, string found) =>
        Assert.Equal(
            $"Tensor '0.weight': Dense1 declares shape [2, 3], but the file has {found}",
            Message(
                SafetensorsBytes.Make(
                    ("0.weight", "F32", shape, new byte[24]),
                    ("0.bias", "F32", [2], new byte[8]),
                    ("2.weight", "F32", [1, 2], new byte[8])),
                _layers));

    [Theory]
    [InlineData("I32")]
    [InlineData("SOMETHING")]
    public void AnUnsupportedTypeIsAnErrorWhereALayerNeedsIt(string type) =>
        Assert.Equal(
            $"Tensor '2.weight': the dtype should be F32, F16, BF16 or F64, but is '{type}'.",
            Message(
                SafetensorsBytes.Make(
                    ("0.weight", "F32", [2, 3], new byte[24]),
                    ("0.bias", "F32", [2], new byte[8]),
                    ("2.weight", type, [1, 2], new byte[8])),
                _layers));

    [Fact]
    public void ABiasThatTheLayerDoesNotDeclareIsAnError()
    {
        byte[] file = SafetensorsBytes.Make(
            ("0.weight", "F32", [2, 3], new byte[24]),
            ("0.bias", "F32", [2], new byte[8]),
            ("2.weight", "F32", [1, 2], new byte[8]),
            ("2.bias", "F32", [1], new byte[4]));

        Assert.Equal(
            "Dense2 should have no bias, because it declares UseBias = false, but the file has '2.bias'.",
            Message(file, _layers));
    }

    [Fact]
    public void NaNIsAnErrorThatSaysWhere()
    {
        Assert.Equal(
            "Tensor '0.weight': should hold numbers, but has NaN at index 4.",
            Message(File(weight: [1, 2, 3, 4, float.NaN, 6]), _layers));

        const int Count = 20_000;
        var values = new float[Count];
        values[Count - 2] = float.NaN;
        Assert.Equal(
            "Tensor 'weight': should hold numbers, but has NaN at index 19998.",
            Message(
                SafetensorsBytes.Make(("weight", "F32", [1, Count], SafetensorsBytes.F32(values))),
                [new("Dense1", null, "0", new TensorShape("weight", 1, Count))]));
    }

    [Fact]
    public void AValueBeyondTheRangeIsAnErrorThatNamesTheTensor() =>
        Assert.Equal(
            "Tensor '0.weight': The F64 value 1E+300 is beyond the range of float32.",
            Message(
                SafetensorsBytes.Make(("0.weight", "F64", [1, 1], SafetensorsBytes.F64(1e300))),
                [new("Dense1", null, "0", new TensorShape("weight", 1, 1))]));

    [Fact]
    public void EveryTruncationIsAnError()
    {
        byte[] file = File([1, 2, 3, 4, 5, 6]);
        for (int length = 0; length < file.Length; length++)
        {
            byte[] cut = file[..length];
            using var seekable = new MemoryStream(cut);
            using var oneWay = new OneWayStream(cut, 5);
            Assert.Throws<InvalidDataException>(() => WeightFile.Read(seekable, _layers));
            var e = Assert.Throws<InvalidDataException>(() => WeightFile.Read(oneWay, _layers));
            Assert.Contains("ends after", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void BytesBehindTheDataAreAnError()
    {
        byte[] file = [.. File([1, 2, 3, 4, 5, 6]), 0];
        using var seekable = new MemoryStream(file);
        using var oneWay = new OneWayStream(file, 5);

        var e = Assert.Throws<InvalidDataException>(() => WeightFile.Read(seekable, _layers));
        Assert.Equal("The header describes 41 bytes of data, but 42 follow it.", e.Message);
        e = Assert.Throws<InvalidDataException>(() => WeightFile.Read(oneWay, _layers));
        Assert.Equal("The header describes 41 bytes of data, but more follow it.", e.Message);
    }

    [Fact]
    public void AStreamIsReadFromWhereItIs()
    {
        using var stream = new MemoryStream([1, 2, 3, .. File([1, 2, 3, 4, 5, 6])]);
        stream.Position = 3;

        Assert.Equal(_parameters, WeightFile.Read(stream, _layers));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void ErrorsOfAFileNameIt()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "bad.safetensors");
        System.IO.File.WriteAllBytes(path, [1, 2, 3]);

        var e = Assert.Throws<InvalidDataException>(() => WeightFile.Read(path, _layers));
        Assert.Equal($"'{path}': The file should begin with 8 bytes of header length, but ends after 3.", e.Message);
        Assert.Throws<FileNotFoundException>(() => WeightFile.Read(path + "x", _layers));
    }

    [Fact]
    public void ANetworkBeyondAnArrayIsAnError()
    {
        LayerTensors[] layers = [new("Dense1", null, "0", new TensorShape("weight", 65536, 65536))];
        using var stream = new MemoryStream(File([1, 2, 3, 4, 5, 6]));

        var e = Assert.Throws<ArgumentException>(() => WeightFile.Read(stream, layers));
        Assert.Contains("but has 4294967296", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AResourceIsRead()
    {
        Assert.Equal(
            [1, 2, 3, 4, 5, float.NaN, 7, 8, 9, 10],
            WeightFile.ReadResource(new OneResource(File([1, 2, 3, 4, 5, float.NaN])), "weights", _layers));
        var e = Assert.Throws<InvalidDataException>(
            () => WeightFile.ReadResource(new OneResource([1]), "weights", _layers));
        Assert.StartsWith("Resource 'weights': The file should begin with", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingResourceIsAnError()
    {
        var e = Assert.Throws<InvalidOperationException>(
            () => WeightFile.ReadResource(typeof(WeightFileReadTests).Assembly, "nothing", _layers));

        Assert.Equal(
            "The assembly NetGen.Tests should have the weights as its resource 'nothing', but has no such resource.",
            e.Message);
    }

    /// <summary>A file for the layers, with a tensor they do not use.</summary>
    private static byte[] File(float[] weight) => SafetensorsBytes.Make(
        ("0.weight", "F32", [2, 3], SafetensorsBytes.F32(weight)),
        ("0.bias", "F32", [2], SafetensorsBytes.F32(7, 8)),
        ("2.weight", "F32", [1, 2], SafetensorsBytes.F32(9, 10)),
        ("extra", "U8", [1], [0]));

    /// <summary>Reads a file in both ways, which must agree.</summary>
    private static float[] Read(byte[] file, LayerTensors[] layers)
    {
        using var seekable = new MemoryStream(file);
        using var oneWay = new OneWayStream(file, 5000);
        float[] values = WeightFile.Read(seekable, layers);
        Assert.Equal(values, WeightFile.Read(oneWay, layers));
        return values;
    }

    /// <summary>The message of the error that reading a file gives in both ways.</summary>
    private static string Message(byte[] file, LayerTensors[] layers)
    {
        using var seekable = new MemoryStream(file);
        using var oneWay = new OneWayStream(file, 5000);
        string message = Assert.Throws<InvalidDataException>(() => WeightFile.Read(seekable, layers)).Message;
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => WeightFile.Read(oneWay, layers)).Message);
        return message;
    }

    private sealed class OneResource(byte[] bytes) : Assembly
    {
        public override Stream? GetManifestResourceStream(string name) =>
            name == "weights" ? new MemoryStream(bytes) : null;
    }
}
