namespace NetGen.Tests.Parallel;

/// <summary>The thread pool has no thread free: the caller does the work, and waits for nobody.</summary>
[Collection(OwnThreadPool.Name)]
public class BusyThreadPoolTests
{
    private const int Rows = 1_003;

    // The thread pool gets a thread or two more each second.
    private const int Blockers = 400;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void TheCallerDoesTheWork()
    {
        ChunkNetwork network = new();
        int caller = 0;
        long queued = 0;
        Exception? failure = null;
        WithBusyThreads(() =>
        {
            Thread thread = new(() => failure = Record.Exception(() =>
            {
                caller = Environment.CurrentManagedThreadId;
                long before = ThreadPool.PendingWorkItemCount;
                for (int i = 0; i < 100; i++)
                {
                    network.Run(Rows);
                }

                queued = ThreadPool.PendingWorkItemCount - before;
            }));
            thread.Start();
            Assert.True(thread.Join(_patience), "The caller waits.");
        });
        Assert.Null(failure);
        Assert.All(network.Chunks, chunk => Assert.Equal(caller, chunk.Thread));

        // Not one for each call: a helper in the queue serves all of them. Of the other items some may have left the queue.
        Assert.True(queued < Environment.ProcessorCount + 20, $"{queued} items were queued.");
    }

    /// <summary>A helper that begins when its batch is long done serves the thread's next one.</summary>
    [Fact]
    public void LateHelpersDoNoHarm()
    {
        ChunkNetwork network = new();
        Exception? failure = null;
        Thread thread = new(() => failure = Record.Exception(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                WithBusyThreads(() => network.Run(Rows));
                for (int next = 0; next < 100; next++)
                {
                    network.Run(Rows - next);
                }
            }
        }));
        thread.Start();
        Assert.True(thread.Join(_patience), "The caller waits.");
        Assert.Null(failure);
        Assert.Equal(10 * (Rows + Enumerable.Range(0, 100).Sum(next => Rows - next)), network.Chunks.Sum(chunk => chunk.Rows));
    }

    /// <summary>Does something while the queue of the thread pool begins with many items that block its threads.</summary>
    private static void WithBusyThreads(Action run)
    {
        using ManualResetEventSlim end = new();
        using CountdownEvent left = new(Blockers);
        for (int i = 0; i < Blockers; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    end.Wait();
                    left.Signal();
                },
                null);
        }

        try
        {
            run();
        }
        finally
        {
            end.Set();
            left.Wait();
        }
    }
}
