using System.Collections.Concurrent;
using NetGen.CompilerServices;

namespace NetGen.Tests.Parallel;

/// <summary>A network that doubles each value, and notes and holds up the chunks it is given.</summary>
internal sealed class ChunkNetwork : INetwork<ChunkNetwork>
{
    public const int BlockRows = 4;

    /// <summary>What is done before a chunk is computed, by the thread that computes it.</summary>
    public Action<int> BeforeChunk { get; set; } = _ => { };

    /// <summary>The rows of each chunk and its thread.</summary>
    public ConcurrentQueue<(int Rows, int Thread)> Chunks { get; } = [];

    public static int InputLength => 1;

    public static int OutputLength => 1;

    /// <summary>So much that each row is worth a thread.</summary>
    public static long MultiplyAddCount => 1 << 24;

    public static int LayerCount => throw new NotSupportedException();

    public static long ParameterCount => throw new NotSupportedException();

    public static long ParameterBytes => throw new NotSupportedException();

    public static int WorkspaceLength => throw new NotSupportedException();

    public static string Summary => throw new NotSupportedException();

    public static ReadOnlySpan<LayerInfo> Layers => throw new NotSupportedException();

    public static ChunkNetwork Load(string path) => throw new NotSupportedException();

    public static ChunkNetwork Load(Stream stream) => throw new NotSupportedException();

    public static ChunkNetwork FromParameters(ReadOnlySpan<float> parameters) => throw new NotSupportedException();

    public static ChunkNetwork Initialize(int seed) => throw new NotSupportedException();

    /// <summary>Runs so many rows and checks the results.</summary>
    public void Run(int rows, int maxDegreeOfParallelism = -1)
    {
        float[] inputs = [.. Enumerable.Range(1, rows)], outputs = new float[rows];
        ForwardBatch(inputs, outputs, maxDegreeOfParallelism);
        Assert.Equal(inputs.Select(x => 2 * x), outputs);
    }

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        Chunks.Enqueue((inputs.Length, Environment.CurrentManagedThreadId));
        BeforeChunk(inputs.Length);
        for (int i = 0; i < inputs.Length; i++)
        {
            outputs[i] = 2 * inputs[i];
        }
    }

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism) => ParallelBatch.Run(
        this, inputs, outputs, maxDegreeOfParallelism, BlockRows, static (network, x, y) => network.ForwardBatch(x, y));

    public void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace) =>
        throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => throw new NotSupportedException();

    public void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace) => throw new NotSupportedException();

    public void CopyParametersTo(Span<float> destination) => throw new NotSupportedException();

    public void Save(string path) => throw new NotSupportedException();
}
