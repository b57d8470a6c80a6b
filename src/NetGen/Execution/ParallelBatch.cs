using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>Runs a network on a part of a batch.</summary>
/// <param name="network">The network.</param>
/// <param name="inputs">The part's samples.</param>
/// <param name="outputs">Receives the part's results.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void BatchForward<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs);

/// <summary>Splits the rows of a batch over threads. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParallelBatch
{
    // The multiply-adds that a thread should have to do. To wake a sleeping one took the caller 4 us on two virtual cores of a
    // 4.2 GHz AVX-512 CPU, even where it came too late to help; two threads with 16 us each, which this is there, lose little
    // by that. Where batches follow each other and nobody sleeps, two threads were faster from 3 us each on.
    private const long WorkOfThread = 2_000_000;

    // What a sample costs beside its multiply-adds, in multiply-adds: 3 to 4 ns for the smallest networks there.
    private const long WorkOfSample = 500;

    // The last chunks decide how long the threads wait for each other.
    private const int ChunksOfThread = 8;

    /// <summary>Checks a batch and runs it, on several threads where that pays. A row's result does not depend on the others.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The samples.</param>
    /// <param name="outputs">Receives the results.</param>
    /// <param name="maxDegreeOfParallelism">The most threads, or -1 for as many as there are cores.</param>
    /// <param name="blockRows">The fewest rows that are worth reading all weights for: the threads take multiples of it.</param>
    /// <param name="forward">Runs the network on the rows of one thread.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is 0 or below -1.</exception>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap.</exception>
    public static void Run<TNetwork>(
        TNetwork network,
        ReadOnlySpan<float> inputs,
        Span<float> outputs,
        int maxDegreeOfParallelism,
        int blockRows,
        BatchForward<TNetwork> forward)
        where TNetwork : class, INetwork<TNetwork>
    {
        int rows = SpanCheck.ForwardBatch(inputs, outputs, TNetwork.InputLength, TNetwork.OutputLength);
        if (maxDegreeOfParallelism is 0 or < -1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maxDegreeOfParallelism), maxDegreeOfParallelism, "Expected a number of threads, or -1 for all cores.");
        }

        long blocks = ((long)rows + blockRows - 1) / blockRows;
        int threads = Threads(blocks, rows * (TNetwork.MultiplyAddCount + WorkOfSample), maxDegreeOfParallelism);
        if (threads == 1)
        {
            forward(network, inputs, outputs);
            return;
        }

        int chunkBlocks = Math.Max(1, rows / blockRows / (threads * ChunksOfThread));
        BatchJob<TNetwork>.Run(network, inputs, outputs, forward, rows, chunkBlocks * blockRows, threads);
    }

    /// <summary>The threads that are worth it.</summary>
    /// <param name="chunks">The chunks of work that can run side by side.</param>
    /// <param name="multiplyAdds">The work.</param>
    /// <param name="most">The most threads, or -1 for as many as there are cores.</param>
    internal static int Threads(long chunks, long multiplyAdds, int most)
    {
        int cores = Environment.ProcessorCount;
        long worth = multiplyAdds / WorkOfThread;
        return (int)Math.Max(1, Math.Min(Math.Min(chunks, worth), most == -1 ? cores : Math.Min(most, cores)));
    }
}
