using System.Runtime.ExceptionServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Numbered chunks of work that the calling thread and helpers from the thread pool take. The caller never waits for a helper
/// that has not begun: it takes all chunks that nobody else takes. A helper that comes late finds no place, or helps with the
/// same job's next chunks; so a job is queued at most once for each helper it wants, and is used again without allocating.
/// </summary>
/// <param name="runChunk">Runs the chunk of that number.</param>
#pragma warning disable CA1001 // The semaphore has nothing to dispose of: nobody asks for its wait handle.
internal sealed class ParallelChunks(Action<int> runChunk) : IThreadPoolWorkItem
#pragma warning restore CA1001
{
    private const int Place = 1 << 16;

    private readonly SemaphoreSlim _finished = new(0);
    private int _chunks, _nextChunk;
    private ExceptionDispatchInfo? _failure;

    // The places left for helpers, times Place, plus the threads at work, the caller included. One number, so that a helper
    // enters the job for which it saw a place, and what the chunks read does not change before it leaves.
    private int _state;

    // The helpers that wait in the thread pool's queue.
    private int _queued;

    /// <summary>Runs all chunks. After a failure no further one begins, and its exception is thrown.</summary>
    public void Run(int chunks, int threads)
    {
        if (threads == 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                runChunk(chunk);
            }

            return;
        }

        (_chunks, _nextChunk) = (chunks, 0);
        try
        {
            Open(threads - 1);
            RunChunks();
        }
        finally
        {
            Close();
        }

        ExceptionDispatchInfo? failure = _failure;
        _failure = null;
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
                runChunk(chunk);
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
