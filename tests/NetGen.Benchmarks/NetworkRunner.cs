namespace NetGen.Benchmarks;

/// <summary>A network of any type behind one class. What is timed is a loop around a direct call, compiled for its type.</summary>
internal abstract class NetworkRunner(string name)
{
    public string Name => name;

    public abstract LayerInfo[] Layers { get; }

    public abstract int InputLength { get; }

    public abstract int OutputLength { get; }

    public abstract long MultiplyAddCount { get; }

    public abstract long ParameterBytes { get; }

    /// <summary>The parameters in canonical order, the same in every process.</summary>
    public abstract float[] Parameters { get; }

    /// <summary>The parameters in the memory that the kernels read.</summary>
    public abstract ReadOnlyMemory<float> Packed { get; }

    /// <summary>The network's class.</summary>
    public abstract string ClassName { get; }

    /// <summary>Writes the parameters to a safetensors file.</summary>
    public abstract void Save(string path);

    /// <summary>Runs one sample so many times.</summary>
    public abstract void Forward(float[] input, float[] output, int calls);

    /// <summary>Runs a batch so many times.</summary>
    public abstract void ForwardBatch(float[] inputs, float[] outputs, int calls);

    /// <summary>Runs a batch on all cores so many times.</summary>
    public abstract void ForwardBatchOnAllCores(float[] inputs, float[] outputs, int calls);
}

/// <inheritdoc/>
/// <param name="name">Sizes and activations.</param>
/// <param name="forward">
/// The loop of <see cref="INetwork{TSelf}.Forward(ReadOnlySpan{float}, Span{float})"/>: where the type is not known, as here,
/// the call would go through the interface, which takes as long as the smallest network.
/// </param>
internal sealed class NetworkRunner<T>(string name, Action<T, float[], float[], int> forward) : NetworkRunner(name)
    where T : class, INetwork<T>
{
    private T Network => field ??= T.Initialize(seed: 7);

    public override LayerInfo[] Layers => T.Layers.ToArray();

    public override int InputLength => T.InputLength;

    public override int OutputLength => T.OutputLength;

    public override long MultiplyAddCount => T.MultiplyAddCount;

    public override long ParameterBytes => T.ParameterBytes;

    public override float[] Parameters
    {
        get
        {
            float[] parameters = new float[T.ParameterCount];
            Network.CopyParametersTo(parameters);
            return parameters;
        }
    }

    public override ReadOnlyMemory<float> Packed => ((IPacked)Network).Packed;

    public override string ClassName => typeof(T).Name;

    public override void Save(string path) => Network.Save(path);

    public override void Forward(float[] input, float[] output, int calls) => forward(Network, input, output, calls);

    public override void ForwardBatch(float[] inputs, float[] outputs, int calls)
    {
        T network = Network;
        for (int i = 0; i < calls; i++)
        {
            network.ForwardBatch(inputs, outputs);
        }
    }
    public override void ForwardBatchOnAllCores(float[] inputs, float[] outputs, int calls)
    {
        T network = Network;
        for (int i = 0; i < calls; i++)
        {
            network.ForwardBatch(inputs, outputs, maxDegreeOfParallelism: -1);
        }
    }
}
