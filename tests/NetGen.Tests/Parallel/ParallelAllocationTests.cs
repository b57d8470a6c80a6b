using NetGen.Tests.Networks;

namespace NetGen.Tests.Parallel;

[Collection(OwnThreadPool.Name)]
public class ParallelAllocationTests
{
    /// <summary>
    /// No thread of the process allocates. The least of some runs: what allocates does so in each, while the runtime and
    /// its thread pool may allocate for themselves now and then.
    /// </summary>
    [Theory]
    [MemberData(nameof(NetworkListTests.Names), MemberType = typeof(NetworkListTests))]
    public void ItAllocatesNothingAfterItsFirstUse(string name)
    {
        NetworkRunner network = NetworkRunner.Of(name);
        float[] inputs = network.Inputs(ParallelBitIdentityTests.LargeBatch(network));
        float[] outputs = new float[inputs.Length / network.InputLength * network.OutputLength];
        long least = long.MaxValue;
        for (int i = 0; i < 20; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            network.ForwardBatch(inputs, outputs, -1);
            network.ForwardBatch(inputs, outputs, -1);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.Equal(0, least);
    }
}
