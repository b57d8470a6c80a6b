using System.Runtime.InteropServices;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Parallel;

/// <summary>The same bits on several threads as on one.</summary>
public class ParallelBitIdentityTests
{
    private const float Untouched = -77;

    [Theory]
    [MemberData(nameof(NetworkListTests.Names), MemberType = typeof(NetworkListTests))]
    public void SeveralThreadsGiveTheBitsOfOne(string name)
    {
        NetworkRunner network = NetworkRunner.Of(name);
        int large = LargeBatch(network);
        float[] inputs = network.Inputs(large), expected = new float[large * network.OutputLength];
        network.ForwardBatch(inputs, expected);
        foreach (int rows in (int[])[0, 1, 2, 7, 37, 130, large / 3, large - 1, large])
        {
            foreach (int degree in (int[])[-1, 1, 2, 3, int.MaxValue])
            {
                int length = rows * network.OutputLength;
                float[] outputs = new float[length + 1];
                outputs.AsSpan().Fill(Untouched);
                network.ForwardBatch(inputs.AsSpan(0, rows * network.InputLength), outputs.AsSpan(0, length), degree);
                AssertSameBits(expected.AsSpan(0, length), outputs.AsSpan(0, length), $"{rows} rows, degree {degree}");
                Assert.Equal(Untouched, outputs[length]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(NetworkListTests.Names), MemberType = typeof(NetworkListTests))]
    public void ManyCallersAtOnceGetTheirOwnResults(string name)
    {
        NetworkRunner network = NetworkRunner.Of(name);
        int rows = LargeBatch(network) / 2;
        float[] inputs = network.Inputs(rows), expected = new float[rows * network.OutputLength];
        network.ForwardBatch(inputs, expected);
        using var start = new Barrier(6);
        Exception?[] failures = new Exception?[6];
        Thread[] threads = [.. Enumerable.Range(0, 6).Select(i => new Thread(() => failures[i] = Record.Exception(() =>
        {
            // Another number of rows for each caller.
            int own = rows - (11 * i);
            float[] outputs = new float[own * network.OutputLength];
            start.SignalAndWait(TestContext.Current.CancellationToken);
            for (int repeat = 0; repeat < 10; repeat++)
            {
                outputs.AsSpan().Fill(Untouched);
                network.ForwardBatch(inputs.AsSpan(0, own * network.InputLength), outputs, -1);
                AssertSameBits(expected.AsSpan(0, outputs.Length), outputs, $"caller {i}");
            }
        })))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(failures, Assert.Null);
    }

    [Fact]
    public void ItRunsInsideParallelLoops()
    {
        NetworkRunner network = NetworkRunner.Of(nameof(Mlp64To16));
        int rows = LargeBatch(network);
        float[] inputs = network.Inputs(rows), expected = new float[rows * network.OutputLength];
        network.ForwardBatch(inputs, expected);
        ParallelEnumerable.Range(0, 40).ForAll(_ =>
        {
            float[] outputs = new float[expected.Length];
            network.ForwardBatch(inputs, outputs, -1);
            AssertSameBits(expected, outputs, "inside a loop");
        });
    }

    /// <summary>What a user implements of the interface changes nothing in the members of the class.</summary>
    [Fact]
    public void TheClasssOwnMethodIsSplit()
    {
        OwnBatch network = OwnBatch.Initialize(seed: 7);
        float[] inputs = [.. Enumerable.Range(0, 30_000).Select(i => i / 30_000f)];
        float[] expected = new float[inputs.Length], outputs = new float[inputs.Length];
        network.ForwardBatch(inputs, expected);
        network.ForwardBatch(inputs, outputs, -1);
        AssertSameBits(expected, outputs, "own method");
    }

    /// <summary>Rows that are worth several threads, no multiple of a block.</summary>
    internal static int LargeBatch(NetworkRunner network) => (int)(8_000_000 / (network.MultiplyAddCount + 500)) + 131;

    private static void AssertSameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> found, string where) =>
        Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(found)), $"{where}: other bits");
}

[Network(1)]
[Dense(1, Activation.Tanh)]
public sealed partial class OwnBatch
{
    void INetwork<OwnBatch>.ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();
}
