using System.Buffers.Binary;
using System.Text;
using NetGen.CompilerServices;

namespace NetGen.Tests.Weights;

/// <summary>A file takes memory in proportion to its own size, whatever it or the network declares.</summary>
public class WeightFileMemoryTests
{
    private const int Rows = 16_384;
    private const int Columns = 4_096;

    private static readonly LayerTensors[] _large =
        [new("Dense1", null, "0", new TensorShape("weight", Rows, Columns))];

    [Fact]
    public void ALargeHeaderThatDoesNotComeTakesNoMemory()
    {
        byte[] file = SafetensorsBytes.Make("{}", 20_000);
        BinaryPrimitives.WriteInt64LittleEndian(file, 100_000_000);

        CheckFails(file, _large, "The header should have 100000000 bytes, but the file ends after 20002 of them.");
    }

    [Theory]
    [InlineData("F16", 2, 100_000)]
    [InlineData("F32", 4, 100_000)]
    [InlineData("F64", 8, 100_000)]
    [InlineData("F32", 4, 10)]
    public void LargeDataThatDoesNotComeTakesNoMemory(string type, int size, int found)
    {
        long length = (long)size * Rows * Columns;
        string header =
            $$"""{"0.weight":{"dtype":"{{type}}","shape":[{{Rows}},{{Columns}}],"data_offsets":[0,{{length}}]} """;
        byte[] file = SafetensorsBytes.Make(header + "}", found);

        CheckFails(file, _large, $"The header describes {length} bytes of data, but ");
    }

    [Fact]
    public void ALargeNetworkTakesNoMemoryForASmallFile() =>
        CheckFails(
            SafetensorsBytes.Make(("0.weight", "F32", [1, 1], new byte[4])),
            _large,
            "Tensor '0.weight': Dense1 declares shape [16384, 4096], but the file has [1, 1].");

    [Fact]
    public void ManyTensorsTakeAFewTimesTheFile()
    {
        LayerTensors[] layers = [new("Dense1", null, "0", new TensorShape("weight", 1))];
        string[] names = [.. Enumerable.Range(0, 20_000).Select(i => $"{i}.weight")];

        CheckLoads(
            SafetensorsBytes.Make(
                [
                    .. names.Select(name => (name, "F32", new int[1], Array.Empty<byte>())),
                    ("a.weight", "F32", [1], new byte[4]),
                ]),
            [layers[0] with { Name = "a" }]);
        CheckFails(
            SafetensorsBytes.Make([.. names.Select(name => (name, "F4", Array.Empty<int>(), Array.Empty<byte>()))]),
            layers,
            "Tensor '0.weight': Dense1 declares shape [1], but the file has [].");
    }

    [Fact]
    public void LongTextsTakeAFewTimesTheFile()
    {
        string many = new('x', 200_000);
        string ones = string.Join(',', Enumerable.Repeat(1, 100_000));
        string digits = new('7', 200_000);
        CheckFails(Header($"\"{many}\":7"), _large, "'xxx");
        CheckFails(Header(Entry(many, $"[{Rows},{Columns}]")), _large, "Tensor '0.weight': the dtype should be F32");
        CheckFails(Header(Entry("F32", $"[{ones}]")), _large, "Tensor '0.weight': should have 4 bytes, being F32 of");
        CheckFails(Header(Entry("F32", $"[{digits}]")), _large, "Tensor '0.weight': 'shape' should hold whole numbers");
        CheckFails(Header($"\"{digits}.weight\":{{}}"), _large, "Tensor '777");
        CheckFails(Header($"\"__metadata__\":{{\"a\":\"{many}\"}}"), _large, "Dense1 should have tensors");

        static byte[] Header(string content) => SafetensorsBytes.Make(Encoding.UTF8.GetBytes($"{{{content}}}"), []);

        static string Entry(string type, string shape) =>
            $$""" "0.weight":{"dtype":"{{type}}","shape":{{shape}},"data_offsets":[0,0]} """;
    }

    [Theory]
    [InlineData("F16", 2)]
    [InlineData("F32", 4)]
    public void AFileThatLoadsTakesAFewTimesItsSize(string type, int size) =>
        CheckLoads(
            SafetensorsBytes.Make(
                ("unused", "U8", [99_999], new byte[99_999]),
                ("weight", type, [300, 400], new byte[300 * 400 * size])),
            [new("Dense1", null, "0", new TensorShape("weight", 300, 400))]);

    private static void CheckLoads(byte[] file, LayerTensors[] layers)
    {
        using var seekable = new MemoryStream(file);
        using var oneWay = new OneWayStream(file, 1000);
        Measure(file, () => WeightFile.Read(seekable, layers));
        Measure(file, () => WeightFile.Read(oneWay, layers));
    }

    private static void CheckFails(byte[] file, LayerTensors[] layers, string problem)
    {
        using var seekable = new MemoryStream(file);
        using var oneWay = new OneWayStream(file, 1000);
        foreach (Stream stream in new Stream[] { seekable, oneWay })
        {
            InvalidDataException? error = null;
            Measure(file, () =>
            {
                try
                {
                    WeightFile.Read(stream, layers);
                }
                catch (InvalidDataException e)
                {
                    error = e;
                }
            });
            Assert.StartsWith(problem, error?.Message, StringComparison.Ordinal);
        }
    }

    private static void Measure(byte[] file, Action read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        read();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(
            allocated <= (64 * 1024) + (12L * file.Length),
            $"{file.Length} bytes took {allocated}, which is {(double)allocated / file.Length:F1} times as many.");
    }
}
