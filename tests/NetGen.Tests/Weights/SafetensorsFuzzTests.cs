using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NetGen.CompilerServices;

namespace NetGen.Tests.Weights;

/// <summary>A damaged file loads or gives InvalidDataException, and takes memory in proportion to its size.</summary>
public partial class SafetensorsFuzzTests(ITestOutputHelper output)
{
    private const string Loads = "loads";
    private const int Files = 150_000;

    private static readonly (byte[] File, LayerTensors[] Layers)[] _valid = [.. Valid()];

    [Fact]
    public void DamagedFilesLoadOrGiveAClearError()
    {
        long worst = 0;
        var messages = new Dictionary<string, int>();
        for (int seed = 0; seed < Files; seed++)
        {
            var random = new Random(seed);
            (byte[] file, LayerTensors[] layers) = _valid[random.Next(_valid.Length)];
            byte[] mutated = new SafetensorsMutator(random).Mutate(file, _valid[random.Next(_valid.Length)].File);
            using var seekable = new MemoryStream(mutated);
            using var oneWay = new OneWayStream(mutated, random.Next(1, 100));
            (float[]? values, string message) = Read(seed, mutated, seekable, layers, ref worst);
            (float[]? others, string otherMessage) = Read(seed, mutated, oneWay, layers, ref worst);
            Assert.True(
                values is null ? others is null : others is not null && values.AsSpan().SequenceEqual(others),
                $"File {seed}: '{message}' where the stream can seek, '{otherMessage}' where it cannot.");
            Count(message);
            Count(otherMessage);
        }

        void Count(string message)
        {
            string kind = Particulars().Replace(message, "#");
            messages[kind] = messages.GetValueOrDefault(kind) + 1;
        }

        int loaded = messages[Loads] / 2;
        output.WriteLine(
            $"{Files} files: {loaded} load, {Files - loaded} give {messages.Count - 1} kinds of message; "
            + $"at most {worst} bytes allocated beyond 16 times the size.");
        foreach ((string message, int count) in messages.OrderByDescending(pair => pair.Value))
        {
            output.WriteLine($"{count,7} {message}");
        }

        // That the files exercise the reader: many still load, many do not, for many reasons.
        Assert.InRange(loaded, Files / 10, Files / 2);
        Assert.True(messages.Count > 45, $"Only {messages.Count} kinds of message were seen.");
    }

    private static (float[]? Values, string Message) Read(
        int seed, byte[] file, Stream stream, LayerTensors[] layers, ref long worst)
    {
        float[]? values = null;
        string message = Loads;
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            values = WeightFile.Read(stream, layers);
        }
        catch (InvalidDataException e)
        {
            message = e.Message;
            Assert.True(
                message.Length < 1000 && !message.Any(char.IsControl),
                $"File {seed} gives an unfit message: {message}");
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"File {seed} ({Convert.ToBase64String(file)}) gives {e}");
        }

        long beyond = GC.GetAllocatedBytesForCurrentThread() - before - (16 * file.Length);
        worst = Math.Max(worst, beyond);
        Assert.True(beyond <= 64 * 1024, $"File {seed} of {file.Length} bytes takes {beyond} beyond 16 times as many.");
        return (values, message);
    }

    private static IEnumerable<(byte[] File, LayerTensors[] Layers)> Valid()
    {
        var bias = new TensorShape("bias", 2);
        LayerTensors[] sequential =
        [
            new("Dense1", null, "0", new TensorShape("weight", 2, 3), bias),
            new("Dense2", null, "2", new TensorShape("weight", 1, 2)),
        ];
        yield return (
            SafetensorsBytes.Make(
                ("0.weight", "F32", [2, 3], SafetensorsBytes.F32(1, -2, 3, 0, 5, 6)),
                ("0.bias", "F32", [2], SafetensorsBytes.F32(7, 8)),
                ("2.weight", "F32", [1, 2], SafetensorsBytes.F32(9, 1e30f))),
            sequential);
        yield return (
            SafetensorsBytes.Make(
                ("2.weight", "BF16", [1, 2], SafetensorsBytes.Words(0x3F80, 0xC000)),
                ("input", "I64", [2], new byte[16]),
                ("0.bias", "F64", [2], SafetensorsBytes.F64(1e30, -0.1)),
                ("none", "F4", [0, 7], []),
                ("0.weight", "F16", [2, 3], new byte[12])),
            sequential);
        yield return (
            SafetensorsBytes.Make(
                Encoding.UTF8.GetBytes(
                    """
                    {"__metadata__":{"format":"pt","größe":"\u00e9"},
                    "fc\u0031.bias":{"data_offsets":[24,32],"dtype":"F32","shape":[2]},
                    "fc1.weight":{"shape":[2,3],"dtype":"F32","data_offsets":[0,24]}, "ü":{"dtype":"BOOL","shape":[],
                    "data_offsets":[40,41]}, "out.weight":{"dtype":"F64","shape":[1,1],"data_offsets":[32,40]}}
                    """),
                new byte[41]),
            [
                new("fc1", "fc1", "fc1", new TensorShape("weight", 2, 3), bias),
                new("Dense2", null, "2", new TensorShape("weight", 1, 1)),
            ]);
        yield return (
            SafetensorsBytes.Make(("weight", "F32", [1, 1], new byte[4]), ("bias", "F32", [1], new byte[4])),
            [new("Dense1", null, "0", new TensorShape("weight", 1, 1), new TensorShape("bias", 1))]);

        // Many layers, of which the network takes the first two.
        yield return (
            SafetensorsBytes.Make(
                [.. Enumerable.Range(0, 12).Select<int, (string, string, int[], byte[])>(
                    i => ($"{i}.weight", "F32", [2, 1], new byte[8]))]),
            [
                new("Dense1", null, "0", new TensorShape("weight", 2, 1)),
                new("Dense2", null, "1", new TensorShape("weight", 2, 1)),
            ]);
    }

    /// <summary>What differs between messages of one kind: lists, quoted text, and numbers.</summary>
    [GeneratedRegex(@"(?<=it has ).*|'.*?'(?=[ .,:;]|$)|\[[^\]]*\]|-?\d+(\.\d+)?([eE][-+]?\d+)?")]
    private static partial Regex Particulars();
}
