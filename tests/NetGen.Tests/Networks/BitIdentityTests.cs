using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Tests.Networks;

/// <summary>The same bits however a network is run: batch, position, workspace, thread, vector width.</summary>
public class BitIdentityTests
{
    private const string BitsVariable = "NETGEN_TEST_BITS";
    private static readonly int[] _batches = [1, 2, 3, 5, 7, 16, 17, 64, 130];

    [Theory]
    [MemberData(nameof(NetworkRunner.Names), MemberType = typeof(NetworkRunner))]
    public void BatchesOfAnySizeGiveTheBitsOfSingleSamples(string name)
    {
        NetworkRunner network = NetworkRunner.Of(name);
        float[] inputs = network.Inputs(_batches.Max());
        float[] expected = network.ForwardRows(inputs);
        foreach (int rows in _batches)
        {
            // Another first sample puts each sample at every position of a batch.
            for (int first = 0; first + rows <= Math.Min(_batches.Max(), rows + 17); first++)
            {
                float[] outputs = new float[rows * network.OutputLength];
                network.ForwardBatch(inputs.AsSpan(first * network.InputLength, rows * network.InputLength), outputs);
                AssertSameBits(expected.AsSpan(first * network.OutputLength, outputs.Length), outputs, $"batch {rows} from {first}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(NetworkRunner.Names), MemberType = typeof(NetworkRunner))]
    public void WorkspacesGiveTheSameBits(string name)
    {
        NetworkRunner network = NetworkRunner.Of(name);
        float[] inputs = network.Inputs(70);
        float[] expected = network.ForwardRows(inputs);
        float[] workspace = new float[network.WorkspaceLength];
        float[] outputs = new float[expected.Length];
        workspace.AsSpan().Fill(float.NaN);
        network.ForwardBatch(inputs, outputs, workspace);
        AssertSameBits(expected, outputs, "batch");
        workspace.AsSpan().Fill(float.NaN);
        network.Forward(inputs.AsSpan(0, network.InputLength), outputs.AsSpan(0, network.OutputLength), workspace);
        AssertSameBits(expected, outputs, "sample");
    }

    [Theory]
    [MemberData(nameof(NetworkRunner.Names), MemberType = typeof(NetworkRunner))]
    public void EightThreadsGiveTheBitsOfOne(string name)
    {
        NetworkRunner network = NetworkRunner.Of(name);
        float[] inputs = network.Inputs(64);
        float[] expected = network.ForwardRows(inputs);
        using var start = new Barrier(8);
        float[][] results = new float[8][];
        Thread[] threads = [.. Enumerable.Range(0, 8).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            for (int repeat = 0; repeat < 20; repeat++)
            {
                results[i] = network.ForwardRows(inputs);
                network.ForwardBatch(inputs, results[i]);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(results, outputs => AssertSameBits(expected, outputs, "thread"));
    }

    [Fact]
    public void NarrowerVectorsGiveTheSameBits()
    {
        Assert.SkipUnless(Fma.IsSupported, "The promise is for CPUs with fused multiply-adds.");
        Assert.Equal("256 bits, the same", RunChild("DOTNET_EnableAVX512", "0"));
        Assert.Equal("128 bits, the same", RunChild("DOTNET_PreferredVectorBitWidth", "128"));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void WithoutFusedMultiplyAddsTheResultIsClose(string variable) =>
        Assert.StartsWith("128 bits", RunChild(variable, "0"), StringComparison.Ordinal);

    /// <summary>Runs in the child processes that the tests above start.</summary>
    [Fact(Explicit = true)]
    public void ChildGivesTheBitsOfItsParent()
    {
        string path = Environment.GetEnvironmentVariable(BitsVariable)!;
        byte[] expected = File.ReadAllBytes(path);
        byte[] found = AllOutputs();
        int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        string comparison = found.AsSpan().SequenceEqual(expected) ? "the same" : "others";
        File.WriteAllText(path + ".found", $"{width} bits, {comparison}");
        ReadOnlySpan<float> a = MemoryMarshal.Cast<byte, float>(expected), b = MemoryMarshal.Cast<byte, float>(found);
        Assert.Equal(a.Length, b.Length);
        for (int i = 0; i < a.Length; i++)
        {
            Assert.True(Math.Abs(a[i] - b[i]) <= 1e-5 * Math.Max(1, Math.Abs(a[i])), $"value {i} is {b[i]:R}, expected {a[i]:R}");
        }
    }

    private static string RunChild(string variable, string value)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, AllOutputs());
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["--explicit", "only", "--filter-method", $"{typeof(BitIdentityTests).FullName}.{nameof(ChildGivesTheBitsOfItsParent)}"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[BitsVariable] = path;
        start.Environment[variable] = value;
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, output);
        string found = File.ReadAllText(path + ".found");
        File.Delete(path);
        File.Delete(path + ".found");
        return found;
    }

    private static byte[] AllOutputs()
    {
        float[] outputs = [.. NetworkRunner.All.SelectMany(network =>
        {
            float[] inputs = network.Inputs(20);
            float[] batch = new float[20 * network.OutputLength];
            network.ForwardBatch(inputs, batch);
            return network.ForwardRows(inputs).Concat(batch);
        })];
        return MemoryMarshal.AsBytes(outputs.AsSpan()).ToArray();
    }

    private static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> found, string where) =>
        Assert.True(
            MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(found)), $"{where}: other bits");
}
