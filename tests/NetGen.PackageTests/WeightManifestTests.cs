using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.Build;

namespace NetGen.PackageTests;

public sealed class WeightManifestTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void SmallFileHasItsValues()
    {
        byte[] file = WeightsFile.Bytes(
            """
            {"half":{"dtype":"F16","shape":[2],"data_offsets":[12,16]},
            "fc 1/ü.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[0,12]},
            "steps":{"dtype":"I64","shape":[],"data_offsets":[16,24]},
            "scale":{"dtype":"F64","shape":[],"data_offsets":[26,34]},
            "none":{"dtype":"F32","shape":[0,4],"data_offsets":[34,34]},
            "brain":{"dtype":"BF16","shape":[1],"data_offsets":[24,26]}}
            """,
            [
                .. BitConverter.GetBytes(1.5f), .. BitConverter.GetBytes(-0f), .. BitConverter.GetBytes(float.NaN),
                .. BitConverter.GetBytes((Half)(-0.25)), .. BitConverter.GetBytes(Half.NegativeInfinity),
                .. BitConverter.GetBytes(7L),
                0x80, 0x7f,
                .. BitConverter.GetBytes(1e-42),
            ]);

        Assert.Equal(
            """
            netgen-weights 1
            path models/small.safetensors
            tensor F32 1x3 1 fc%201%2F%C3%BC.weight
            values 1.5 -0 NaN
            tensor F16 2 1 half
            values -0.25 -Infinity
            tensor I64 - ? steps
            tensor BF16 1 1 brain
            values Infinity
            tensor F64 - 0 scale
            values 1E-42
            tensor F32 0x4 0 none

            """,
            Manifest("models/small.safetensors", file));
    }

    [Fact]
    public void ValuesReadBackAsTheSameBits()
    {
        var random = new Random(1);
        var values = new float[4096];
        random.NextBytes(MemoryMarshal.AsBytes(values.AsSpan()));
        string line = Manifest("a", WeightsFile.OfFloats(("a", values))).Split('\n')[3];

        Assert.StartsWith("values ", line, StringComparison.Ordinal);
        float[] read = [.. line.Split(' ').Skip(1).Select(text => float.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(values.Where(float.IsNaN).Count(), read.Where(float.IsNaN).Count());
        Assert.Equal(
            values.Where(value => !float.IsNaN(value)).Select(BitConverter.SingleToUInt32Bits),
            read.Where(value => !float.IsNaN(value)).Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public void FileOfMoreThan4096ValuesNamesTheResourceInstead()
    {
        byte[] file = WeightsFile.OfFloats(("a", new float[4096]), ("b", [float.NaN]));

        Assert.Equal(
            "netgen-weights 1\npath ../m/b.safetensors\nresource NetGen.Weights/../m/b.safetensors\n"
                + "tensor F32 4096 0 a\ntensor F32 1 1 b\n",
            Manifest("../m/b.safetensors", file));
    }

    [Fact]
    public void TensorLongerThanTheReadBufferIsReadToItsEnd()
    {
        var values = new float[100_000];
        values[0] = values[16_384] = values[^1] = float.PositiveInfinity;

        string manifest = Manifest("a", WeightsFile.OfFloats(("a", values)));

        Assert.Contains("tensor F32 100000 3 a\n", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void NumbersDoNotDependOnTheCulture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("")
        {
            NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−", NaNSymbol = "nix" },
        };
        try
        {
            string manifest = Manifest("a", WeightsFile.OfFloats(("a", [-0.5f, float.NaN])));
            Assert.EndsWith("values -0.5 NaN\n", manifest, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void MissingFileIsAnErrorInTheManifest()
    {
        Assert.Equal(
            "netgen-weights 1\npath a\nerror the file does not exist\n", WeightManifest.Create("a", _file + ".no"));
    }

    [Fact]
    public void DamagedFileIsAnErrorOnOneLine()
    {
        byte[] whole = WeightsFile.OfFloats(("a", [1f, 2f]));
        byte[][] damaged =
        [
            [], whole[..5], whole[..20], whole[..^1], [.. whole, 0],
            WeightsFile.Bytes("{\n"),
            WeightsFile.Bytes("""{"a\nb":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", new byte[4]),
            WeightsFile.Bytes(
                """{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}""", BitConverter.GetBytes(1e300)),
        ];

        Assert.All(damaged, file => Assert.Matches("^netgen-weights 1\npath a\nerror [^\n]+\n$", Manifest("a", file)));
    }

    [Fact]
    public void TextFromTheFileCannotAddLines()
    {
        byte[] file = WeightsFile.Bytes(
            """{"a\nerror b":{"dtype":"F32\npath c","shape":[1],"data_offsets":[0,4]}}""", new byte[4]);

        Assert.Equal("netgen-weights 1\npath a\ntensor F32%0Apath%20c 1 ? a%0Aerror%20b\n", Manifest("a", file));
    }

    private string Manifest(string name, byte[] file)
    {
        File.WriteAllBytes(_file, file);
        return WeightManifest.Create(name, _file);
    }
}
