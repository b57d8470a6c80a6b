namespace NetGen.Tests.Networks;

/// <summary>A network of any type behind one interface, for tests that go over many.</summary>
internal abstract class NetworkRunner
{
    /// <summary>One network of each shape and plan.</summary>
    public static readonly NetworkRunner[] All =
    [
        new NetworkRunner<Mlp1To1>(), new NetworkRunner<Mlp2To1>(), new NetworkRunner<Mlp4To10>(),
        new NetworkRunner<Mlp16To4>(), new NetworkRunner<Mlp17To5>(), new NetworkRunner<Mlp31To31>(),
        new NetworkRunner<Mlp57To1>(), new NetworkRunner<Mlp64To16>(), new NetworkRunner<Mlp100To7>(),
        new NetworkRunner<Mlp257To3>(), new NetworkRunner<FashionClassifier>(), new NetworkRunner<WideNetwork>(),
    ];

    public static TheoryData<string> Names => [.. All.Select(network => network.Name)];

    public abstract string Name { get; }

    public abstract int InputLength { get; }

    public abstract int OutputLength { get; }

    public abstract int WorkspaceLength { get; }

    public abstract long MultiplyAddCount { get; }

    public static NetworkRunner Of(string name) => All.Single(network => network.Name == name);

    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output);

    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism);

    /// <summary>Inputs of both signs, the same in every process.</summary>
    public float[] Inputs(int rows)
    {
        var random = new Random(InputLength);
        return [.. Enumerable.Range(0, rows * InputLength).Select(_ => (random.NextSingle() * 4) - 2)];
    }

    /// <summary>The results of <see cref="Forward(ReadOnlySpan{float}, Span{float})"/> for each row.</summary>
    public float[] ForwardRows(ReadOnlySpan<float> inputs)
    {
        int rows = inputs.Length / InputLength;
        float[] outputs = new float[rows * OutputLength];
        for (int row = 0; row < rows; row++)
        {
            Forward(inputs.Slice(row * InputLength, InputLength), outputs.AsSpan(row * OutputLength, OutputLength));
        }

        return outputs;
    }
}

internal sealed class NetworkRunner<T> : NetworkRunner
    where T : INetwork<T>
{
    private readonly T _network = T.Initialize(seed: 7);

    public override string Name => typeof(T).Name;

    public override int InputLength => T.InputLength;

    public override int OutputLength => T.OutputLength;

    public override int WorkspaceLength => T.WorkspaceLength;

    public override long MultiplyAddCount => T.MultiplyAddCount;

    public override void Forward(ReadOnlySpan<float> input, Span<float> output) => _network.Forward(input, output);

    public override void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace) =>
        _network.Forward(input, output, workspace);

    public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) =>
        _network.ForwardBatch(inputs, outputs);

    public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace) =>
        _network.ForwardBatch(inputs, outputs, workspace);

    public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism) =>
        _network.ForwardBatch(inputs, outputs, maxDegreeOfParallelism);
}
