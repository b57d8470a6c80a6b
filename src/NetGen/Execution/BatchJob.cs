namespace NetGen.CompilerServices;

/// <summary>A batch whose rows the calling thread and helpers from the thread pool take in chunks.</summary>
internal sealed unsafe class BatchJob<TNetwork>
    where TNetwork : class, INetwork<TNetwork>
{
    // Not in use, so that a call within the wait of another one makes its own. It serves its thread for ever.
    [ThreadStatic]
    private static BatchJob<TNetwork>? _idle;

    private readonly ParallelChunks _job;
    private TNetwork? _network;
    private BatchForward<TNetwork>? _forward;
    private float* _inputs, _outputs;
    private int _rows, _chunkRows;

    private BatchJob() => _job = new(RunChunk);

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
            (job._rows, job._chunkRows) = (rows, chunkRows);
            try
            {
                job._job.Run(((rows - 1) / chunkRows) + 1, threads);
            }
            finally
            {
                (job._network, job._forward) = (null, null);
                _idle = job;
            }
        }
    }

    private void RunChunk(int chunk)
    {
        int first = chunk * _chunkRows, count = Math.Min(_chunkRows, _rows - first);
        _forward!(
            _network!,
            new(_inputs + ((nint)first * TNetwork.InputLength), count * TNetwork.InputLength),
            new(_outputs + ((nint)first * TNetwork.OutputLength), count * TNetwork.OutputLength));
    }
}
