using System.Runtime.InteropServices;

namespace NetGen.Tests.Networks;

/// <summary>Any number of threads may run one network at once.</summary>
public class ThreadTests
{
    [Theory]
    [MemberData(nameof(NetworkListTests.Names), MemberType = typeof(NetworkListTests))]
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
        Assert.All(results, outputs => Assert.Equal(MemoryMarshal.Cast<float, int>(expected), MemoryMarshal.Cast<float, int>(outputs)));
    }
}
