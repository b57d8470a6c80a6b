namespace NetGen.Tests.Networks;

/// <summary>A network of any type behind one interface, for tests that go over many.</summary>
internal abstract class NetworkRunner
{
    /// <summary>All networks of this folder: a new one is added here.</summary>
    public static readonly NetworkRunner[] All =
    [
        Of<Mlp1To1>(), Of<Mlp2To1>(), Of<Mlp4To10>(), Of<Mlp16To4>(), Of<Mlp17To5>(), Of<Mlp31To31>(), Of<Mlp57To1>(),
        Of<Mlp64To16>(), Of<Mlp100To7>(), Of<Mlp257To3>(), Of<FashionClassifier>(), Of<FashionLogits>(), Of<WideNetwork>(),
        Of<Sparse200To6>(), Of<Sparse300To130>(),
        Of<Tiny5To1>(), Of<Tiny5To2>(), Of<Tiny5To3>(), Of<Tiny5To4>(), Of<Tiny5To5>(), Of<Tiny5To7>(), Of<Tiny5To8>(),
        Of<Tiny5To9>(), Of<Tiny5To16>(), Of<Tiny5To17>(), Of<Tiny5To31>(), Of<Tiny6To31>(), Of<Tiny9To2>(), Of<Tiny1To256To1>(),
        Of<Small65To1>(),
        Of<Small65To2>(), Of<Small65To3>(), Of<Small65To4>(), Of<Small65To5>(), Of<Small65To7>(), Of<Small65To8>(),
        Of<Small65To9>(), Of<Small65To16>(), Of<Small65To17>(), Of<Small65To31>(), Of<Small203To3>(), Of<Small90To48>(),
        Of<Small33To33>(), Of<Large3000To4>(), Of<Large801To803>(),
    ];

    public abstract string Name { get; }

    public abstract int InputLength { get; }

    public abstract int OutputLength { get; }

    public abstract int WorkspaceLength { get; }

    public abstract long MultiplyAddCount { get; }

    public abstract LayerInfo[] Layers { get; }

    public static NetworkRunner Of(string name) => All.Single(network => network.Name == name);

    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output);

    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism);

    /// <summary>Inputs of both signs, and zeros, which some networks skip; the same in every process.</summary>
    public float[] Inputs(int rows)
    {
        var random = new Random(InputLength);
        return [.. Enumerable.Range(0, rows * InputLength).Select(_ => random.Next(4) == 0 ? 0 : (random.NextSingle() * 4) - 2)];
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

    private static NetworkRunner<T> Of<T>()
        where T : INetwork<T> => new();
}

internal sealed class NetworkRunner<T> : NetworkRunner
    where T : INetwork<T>
{
    private readonly T _network = T.FromParameters(Parameters());

    public override string Name => typeof(T).Name;

    public override int InputLength => T.InputLength;

    public override int OutputLength => T.OutputLength;

    public override int WorkspaceLength => T.WorkspaceLength;

    public override long MultiplyAddCount => T.MultiplyAddCount;

    public override LayerInfo[] Layers => T.Layers.ToArray();

    public override void Forward(ReadOnlySpan<float> input, Span<float> output) => _network.Forward(input, output);

    public override void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace) =>
        _network.Forward(input, output, workspace);

    public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) =>
        _network.ForwardBatch(inputs, outputs);

    public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace) =>
        _network.ForwardBatch(inputs, outputs, workspace);

    public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism) =>
        _network.ForwardBatch(inputs, outputs, maxDegreeOfParallelism);
    /// <summary>Weights as drawn by the library, and a bias, which that leaves zero.</summary>
    private static float[] Parameters()
    {
        float[] parameters = new float[T.ParameterCount];
        T.Initialize(seed: 7).CopyParametersTo(parameters);
        var random = new Random(7);
        int first = 0;
        foreach (LayerInfo layer in T.Layers)
        {
            first += (int)layer.WeightCount;
            foreach (ref float bias in parameters.AsSpan(first, (int)layer.BiasCount))
            {
                bias = random.NextSingle() - 0.5f;
            }

            first += (int)layer.BiasCount;
        }

        return parameters;
    }
}
