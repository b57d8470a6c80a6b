namespace NetGen.Tests.Networks;

public class AllocationTests
{
    [Theory]
    [MemberData(nameof(NetworkListTests.Names), MemberType = typeof(NetworkListTests))]
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
        Run();
        Assert.Equal(0, Allocated(Run));
    }

    [Fact]
    public void ClassifyAllocatesNothing()
    {
        FashionClassifier network = FashionClassifier.Default;
        float[] input = new float[FashionClassifier.InputLength];
        void Run()
        {
            network.Classify(input);
            network.Classify(input, out _);
        }

        Run();
        Assert.Equal(0, Allocated(Run));
    }

    [Fact]
    public void AWorkspaceRulesOutTheThreadsBuffer()
    {
        NetworkRunner network = NetworkRunner.Of(nameof(WideNetwork));
        float[] input = network.Inputs(1), output = new float[network.OutputLength];
        float[] workspace = new float[network.WorkspaceLength];
        network.Forward(input, output, workspace);
        Assert.Equal(0, Allocated(() => network.Forward(input, output, workspace), onNewThread: true));
    }

    /// <summary>
    /// The bytes that a run allocates: the least of some runs, since what allocates does so in each, while the runtime
    /// may allocate once for itself, as when it compiles a method anew.
    /// </summary>
    private static long Allocated(Action run, bool onNewThread = false)
    {
        long least = long.MaxValue;
        void Measure()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            run();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        for (int i = 0; i < 5; i++)
        {
            if (onNewThread)
            {
                var thread = new Thread(Measure);
                thread.Start();
                thread.Join();
            }
            else
            {
                Measure();
            }
        }

        return least;
    }
}
