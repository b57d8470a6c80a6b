namespace NetGen;

/// <summary>
/// What every generated network implements, so that generic code (a benchmark, a server, a test) can take any of them.
/// A network is immutable: any number of threads may run one instance at once.
/// </summary>
/// <typeparam name="TSelf">The network itself.</typeparam>
public interface INetwork<TSelf>
    where TSelf : INetwork<TSelf>
{
    /// <summary>The number of values in one input sample.</summary>
    static abstract int InputLength { get; }

    /// <summary>The number of values in one output sample.</summary>
    static abstract int OutputLength { get; }

    /// <summary>The number of layers.</summary>
    static abstract int LayerCount { get; }

    /// <summary>The number of weights and bias values in all layers.</summary>
    static abstract long ParameterCount { get; }

    /// <summary>The number of multiply-adds for one sample.</summary>
    static abstract long MultiplyAddCount { get; }

    /// <summary>The size of all parameters in bytes, four each.</summary>
    static abstract long ParameterBytes { get; }

    /// <summary>The number of floats a workspace must have at least.</summary>
    static abstract int WorkspaceLength { get; }

    /// <summary>A table of the layers, their output shapes, activations and parameters, with totals.</summary>
    static abstract string Summary { get; }

    /// <summary>The layers, first to last.</summary>
    static abstract ReadOnlySpan<LayerInfo> Layers { get; }

    /// <summary>Reads the parameters from a safetensors file.</summary>
    /// <param name="path">The file's path.</param>
    /// <returns>A network with the file's parameters.</returns>
    /// <exception cref="InvalidDataException">The file is damaged or does not fit the declared layers.</exception>
    static abstract TSelf Load(string path);

    /// <summary>Reads the parameters from a stream in the safetensors format.</summary>
    /// <param name="stream">The stream, read to its end.</param>
    /// <returns>A network with the stream's parameters.</returns>
    /// <exception cref="InvalidDataException">The content is damaged or does not fit the declared layers.</exception>
    static abstract TSelf Load(Stream stream);

    /// <summary>Makes a network of parameters in canonical order.</summary>
    /// <param name="parameters">For each layer its weights, [outputs, inputs] row-major, then its bias.</param>
    /// <returns>A network with a copy of the parameters.</returns>
    /// <exception cref="ArgumentException">The length is not <see cref="ParameterCount"/>.</exception>
    static abstract TSelf FromParameters(ReadOnlySpan<float> parameters);

    /// <summary>
    /// Makes an untrained network: weights He-normal before an activation of the ReLU family (He et al., 2015),
    /// Glorot-uniform otherwise (Glorot and Bengio, 2010), bias zero. The same seed gives the same bits on every machine.
    /// </summary>
    /// <param name="seed">The seed; any value.</param>
    /// <returns>A network with random weights.</returns>
    static abstract TSelf Initialize(int seed);

    /// <summary>Runs the network on one sample.</summary>
    /// <param name="input">The sample, <see cref="InputLength"/> values.</param>
    /// <param name="output">Receives <see cref="OutputLength"/> values.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap; nothing was written.</exception>
    void Forward(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>Runs the network on one sample with the caller's scratch memory.</summary>
    /// <param name="input">The sample, <see cref="InputLength"/> values.</param>
    /// <param name="output">Receives <see cref="OutputLength"/> values.</param>
    /// <param name="workspace">Scratch of at least <see cref="WorkspaceLength"/> floats; its content is lost.</param>
    /// <exception cref="ArgumentException">A length is wrong, or spans overlap; nothing was written.</exception>
    void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace);

    /// <summary>Runs the network on as many samples as the lengths say.</summary>
    /// <param name="inputs">The samples, [count, <see cref="InputLength"/>] row-major.</param>
    /// <param name="outputs">Receives [count, <see cref="OutputLength"/>] values, row-major.</param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap; nothing was written.</exception>
    void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>Runs the network on as many samples as the lengths say, with the caller's scratch memory.</summary>
    /// <param name="inputs">The samples, [count, <see cref="InputLength"/>] row-major.</param>
    /// <param name="outputs">Receives [count, <see cref="OutputLength"/>] values, row-major.</param>
    /// <param name="workspace">Scratch of at least <see cref="WorkspaceLength"/> floats; its content is lost.</param>
    /// <exception cref="ArgumentException">A length is wrong, or spans overlap; nothing was written.</exception>
    void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace);

    /// <summary>
    /// Runs the network on as many samples as the lengths say, on several cores where that pays, from about four million
    /// multiply-adds on: the calling thread and free threads of the thread pool take the rows in chunks. The results are bit for
    /// bit those of one thread. After its first use a thread allocates nothing.
    /// </summary>
    /// <param name="inputs">The samples, [count, <see cref="InputLength"/>] row-major.</param>
    /// <param name="outputs">Receives [count, <see cref="OutputLength"/>] values, row-major.</param>
    /// <param name="maxDegreeOfParallelism">
    /// The most threads at once, the calling one included; -1 for one a core, which no larger number exceeds.
    /// </param>
    /// <exception cref="ArgumentException">A length is wrong, or the spans overlap; nothing was written.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is 0 or below -1; nothing was written.</exception>
    void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism);

    /// <summary>Copies all parameters out, in canonical order.</summary>
    /// <param name="destination">Receives <see cref="ParameterCount"/> values.</param>
    /// <exception cref="ArgumentException">The length is not <see cref="ParameterCount"/>; nothing was written.</exception>
    void CopyParametersTo(Span<float> destination);

    /// <summary>
    /// Writes the parameters to a safetensors file, float32, so that <see cref="Load(string)"/> gives the same bits back.
    /// The file appears whole or not at all.
    /// </summary>
    /// <param name="path">The file's path; an existing file is replaced.</param>
    void Save(string path);
}
