namespace NetGen.Tests.Parallel;

/// <summary>Who computes which rows of a batch.</summary>
[Collection(OwnThreadPool.Name)]
public class ParallelBatchTests
{
    private const int Rows = 1_003;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly ChunkNetwork _network = new();

    private static bool HasOneCore => Environment.ProcessorCount == 1;

    private int[] Threads => [.. _network.Chunks.Select(chunk => chunk.Thread).Distinct()];

    [Fact]
    public void SeveralThreadsTakePart()
    {
        Assert.SkipWhen(HasOneCore, "There is one core.");
        using Meeting two = new();
        _network.BeforeChunk = _ => two.Join();
        _network.Run(Rows);
        Assert.Contains(Environment.CurrentManagedThreadId, Threads);
        Assert.InRange(Threads.Length, 2, Environment.ProcessorCount);
    }

    [Fact]
    public void ChunksAreWholeBlocks()
    {
        Assert.SkipWhen(HasOneCore, "There is one core.");
        _network.Run(Rows);
        int[] rows = [.. _network.Chunks.Select(chunk => chunk.Rows)];
        Assert.Equal(Rows, rows.Sum());
        Assert.InRange(rows.Length, 4, Rows / ChunkNetwork.BlockRows);
        Assert.Single(rows, length => length % ChunkNetwork.BlockRows != 0);
    }

    [Theory]
    [InlineData(Rows, 1)]
    [InlineData(ChunkNetwork.BlockRows, -1)]
    public void OneThreadIsTheCallers(int rows, int degree)
    {
        _network.Run(rows, degree);
        Assert.Equal([(rows, Environment.CurrentManagedThreadId)], _network.Chunks);
    }

    [Fact]
    public void NoMoreThreadsThanTheDegree()
    {
        int atWork = 0, most = 0;
        _network.BeforeChunk = _ =>
        {
            int now = Interlocked.Increment(ref atWork);
            most = Math.Max(most, now);
            Thread.Sleep(1);
            Interlocked.Decrement(ref atWork);
        };
        for (int i = 0; i < 10; i++)
        {
            _network.Run(40, maxDegreeOfParallelism: 2);
        }

        Assert.InRange(most, 1, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AFailureReachesTheCaller(bool ofCaller)
    {
        Assert.SkipWhen(HasOneCore, "There is one core.");
        int caller = Environment.CurrentManagedThreadId;
        using Meeting two = new();
        _network.BeforeChunk = _ =>
        {
            two.Join();
            if (Environment.CurrentManagedThreadId == caller == ofCaller)
            {
                throw new InvalidDataException("A chunk's own.");
            }
        };
        InvalidDataException failure = Assert.Throws<InvalidDataException>(() => _network.Run(Rows));
        Assert.Equal("A chunk's own.", failure.Message);
        _network.BeforeChunk = _ => { };
        _network.Run(Rows);
    }

    /// <summary>A batch within a chunk of another one, on the same threads.</summary>
    [Fact]
    public void ItCanBeNested()
    {
        ChunkNetwork inner = new();
        _network.BeforeChunk = _ => inner.Run(Rows);
        _network.Run(Rows);
        Assert.Equal(Rows * _network.Chunks.Count, inner.Chunks.Sum(chunk => chunk.Rows));
    }

    /// <summary>The caller's memory is a helper's until that has left it, even if someone interrupts the caller.</summary>
    [Fact]
    public void AnInterruptedCallerStillWaits()
    {
        Assert.SkipWhen(HasOneCore, "There is one core.");
        using Meeting two = new();
        using ManualResetEventSlim goOn = new();
        int caller = 0;
        _network.BeforeChunk = _ =>
        {
            two.Join();
            if (Environment.CurrentManagedThreadId != caller)
            {
                Assert.True(goOn.Wait(_patience));
            }
        };
        Exception? failure = null, interrupt = null;
        Thread thread = new(() =>
        {
            caller = Environment.CurrentManagedThreadId;
            failure = Record.Exception(() => _network.Run(Rows, maxDegreeOfParallelism: 2));
            interrupt = Record.Exception(() => Thread.Sleep(_patience));
        });
        thread.Start();

        // All that is left is the helper's chunk, and the caller waits for it.
        Assert.True(SpinWait.SpinUntil(() => _network.Chunks.Sum(chunk => chunk.Rows) == Rows, _patience));
        Assert.True(SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), _patience));
        thread.Interrupt();
        Assert.False(thread.Join(TimeSpan.FromMilliseconds(100)));
        goOn.Set();
        Assert.True(thread.Join(_patience));
        Assert.Null(failure);
        Assert.IsType<ThreadInterruptedException>(interrupt);
    }

    /// <summary>Two threads wait for each other in their first chunks; later ones find them met.</summary>
    private sealed class Meeting : IDisposable
    {
        private readonly ManualResetEventSlim _met = new();
        private int _arrived;

        public void Join()
        {
            if (Interlocked.Increment(ref _arrived) >= 2)
            {
                _met.Set();
            }

            Assert.True(_met.Wait(_patience), "No second thread took part.");
        }

        public void Dispose() => _met.Dispose();
    }
}
