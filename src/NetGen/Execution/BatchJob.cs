using System.Runtime.ExceptionServices;

namespace NetGen.CompilerServices;

/// <summary>
/// A batch whose rows the calling thread and helpers from the thread pool take in chunks. The caller never waits for a helper
/// that has not begun: it takes all chunks that nobody else takes. A helper that comes late finds no place, or helps with the
/// same thread's next batch; so a job serves its thread for ever and is queued at most once for each helper it wants.
/// </summary>
#pragma warning disable CA1001 // The semaphore has nothing to dispose of: nobody asks for its wait handle.
internal sealed unsafe class BatchJob<TNetwork> : IThreadPoolWorkItem
    where TNetwork : class, INetwork<TNetwork>
#pragma warning restore CA1001
{
    private const int Place = 1 << 16;

    // Not in use, so that a call within the wait of another one makes its own.
    [ThreadStatic]
    private static BatchJob<TNetwork>? _idle;

    private readonly SemaphoreSlim _finished = new(0);
    private TNetwork? _network;
    private BatchForward<TNetwork>? _forward;
    private float* _inputs, _outputs;
    private int _rows, _chunkRows, _chunks;
    private int _nextChunk;
    private ExceptionDispatchInfo? _failure;

    // The places left for helpers, times Place, plus the threads at work, the caller included. One number, so that a helper
    // enters the batch for which it saw a place, and the fields above do not change before it leaves.
    private int _state;

    // The helpers that wait in the thread pool's queue.
    private int _queued;

    public static void Run(
        TNetwork network,
        ReadOnlySpan<float> inputs,
        Span<float> outputs,
        BatchForward<TNetwork> forward,
        int rows,
        int chunkRows,
        int threads)
    {
        BatchJob<TNetwork> job = _idle ?? new();
        _idle = null;
        fixed (float* x = inputs, y = outputs)
        {
            (job._network, job._forward) = (network, forward);
            job._inputs = x;
            job._outputs = y;
            (job._rows, job._chunkRows, job._chunks, job._nextChunk) = (rows, chunkRows, ((rows - 1) / chunkRows) + 1, 0);
            try
            {
                job.Open(threads - 1);
                job.RunChunks();
            }
            finally
            {
                job.Close();
            }
        }

        ExceptionDispatchInfo? failure = job._failure;
        (job._network, job._forward, job._failure) = (null, null, null);
        _idle = job;
        failure?.Throw();
    }

    void IThreadPoolWorkItem.Execute()
    {
        Interlocked.Decrement(ref _queued);
        if (TryEnter())
        {
            RunChunks();
            if (Interlocked.Decrement(ref _state) == 0)
            {
                // The caller has left before.
                _finished.Release();
            }
        }
    }

    /// <summary>Lets helpers in, and queues those that are not in the queue yet.</summary>
    private void Open(int helpers)
    {
        // A helper that leaves the queue after its count was read here finds the places.
        Interlocked.Exchange(ref _state, (helpers * Place) + 1);
        for (int queued = Volatile.Read(ref _queued); queued < helpers; queued++)
        {
            Interlocked.Increment(ref _queued);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private bool TryEnter()
    {
        int state = Volatile.Read(ref _state);
        while (state >= Place)
        {
            int found = Interlocked.CompareExchange(ref _state, state - Place + 1, state);
            if (found == state)
            {
                return true;
            }

            state = found;
        }

        return false;
    }

    /// <summary>Runs chunks until none is left. After a failure none is.</summary>
    private void RunChunks()
    {
        try
        {
            for (int chunk; (chunk = Interlocked.Increment(ref _nextChunk) - 1) < _chunks;)
            {
                int first = chunk * _chunkRows, count = Math.Min(_chunkRows, _rows - first);
                _forward!(
                    _network!,
                    new(_inputs + ((nint)first * TNetwork.InputLength), count * TNetwork.InputLength),
                    new(_outputs + ((nint)first * TNetwork.OutputLength), count * TNetwork.OutputLength));
            }
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            Volatile.Write(ref _nextChunk, _chunks);
        }
    }

    /// <summary>Lets no more helpers in, and waits for those at work: they write to the caller's memory.</summary>
    private void Close()
    {
        Interlocked.And(ref _state, Place - 1);
        if (Interlocked.Decrement(ref _state) == 0)
        {
            return;
        }

        bool interrupted = false;
        while (true)
        {
            try
            {
                _finished.Wait();
                break;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }
}
