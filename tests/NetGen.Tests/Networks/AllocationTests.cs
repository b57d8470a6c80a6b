namespace NetGen.Tests.Networks;

public class AllocationTests
{
    [Theory]
    [MemberData(nameof(NetworkRunner.Names), MemberType = typeof(NetworkRunner))]
    public void RunningAllocatesNothing(string name)
    {
        NetworkRunner network = NetworkRunner.Of(name);
        float[] inputs = network.Inputs(40);
        float[] outputs = new float[40 * network.OutputLength];
        float[] workspace = new float[network.WorkspaceLength];
        void Run()
        {
            ReadOnlySpan<float> input = inputs.AsSpan(0, network.InputLength);
            Span<float> output = outputs.AsSpan(0, network.OutputLength);
            network.Forward(input, output);
            network.Forward(input, output, workspace);
            network.ForwardBatch(inputs, outputs);
            network.ForwardBatch(inputs, outputs, workspace);
        }

        // The first call makes the thread's buffer, where the network needs one.
        AssertAllocates(0, Run);
    }

    [Fact]
    public void ClassifyAllocatesNothing()
    {
        FashionClassifier network = FashionClassifier.Default;
        float[] input = new float[FashionClassifier.InputLength];
        AssertAllocates(0, () =>
        {
            network.Classify(input);
            network.Classify(input, out _);
        });
    }

    [Fact]
    public void AWorkspaceRulesOutTheThreadsBuffer()
    {
        NetworkRunner network = NetworkRunner.Of(nameof(WideNetwork));
        float[] input = network.Inputs(1), output = new float[network.OutputLength];
        float[] workspace = new float[network.WorkspaceLength];
        network.Forward(input, output, workspace);
        long allocated = -1;
        var thread = new Thread(() =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            network.Forward(input, output, workspace);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        thread.Start();
        thread.Join();
        Assert.Equal(0, allocated);
    }

    private static void AssertAllocates(long expected, Action run)
    {
        run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        Assert.Equal(expected, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
