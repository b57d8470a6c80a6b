using System.Reflection;

namespace NetGen.Generator.Tests;

/// <summary>A generated network's members, for tests that do not know its type.</summary>
internal abstract class NetworkUnderTest
{
    public static NetworkUnderTest Of(Type type) =>
        (NetworkUnderTest)Activator.CreateInstance(typeof(Runner<>).MakeGenericType(type))!;

    public abstract int InputLength { get; }

    public abstract int OutputLength { get; }

    public abstract int WorkspaceLength { get; }

    public abstract long ParameterCount { get; }

    public abstract string Summary { get; }

    public abstract LayerInfo[] Layers { get; }

    /// <summary>The network that is run; set by one of the following.</summary>
    public abstract object Instance { get; }

    public abstract NetworkUnderTest FromParameters(ReadOnlySpan<float> parameters);

    public abstract NetworkUnderTest Initialize(int seed);

    public abstract NetworkUnderTest Load(Stream stream);

    /// <summary>Takes the network's <c>Default</c>.</summary>
    public abstract NetworkUnderTest Default();

    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output);

    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace);

    public abstract void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism);

    /// <summary>All parameters, in canonical order.</summary>
    public abstract float[] Parameters();

    /// <summary>The outputs of one sample.</summary>
    public float[] Forward(params ReadOnlySpan<float> input)
    {
        float[] output = new float[OutputLength];
        Forward(input, output);
        return output;
    }

    private sealed class Runner<T> : NetworkUnderTest
        where T : class, INetwork<T>
    {
        private T? _network;

        public override int InputLength => T.InputLength;

        public override int OutputLength => T.OutputLength;

        public override int WorkspaceLength => T.WorkspaceLength;

        public override long ParameterCount => T.ParameterCount;

        public override string Summary => T.Summary;

        public override LayerInfo[] Layers => T.Layers.ToArray();

        public override object Instance => Network;

        private T Network => _network ?? throw new InvalidOperationException("No network was made yet.");

        public override NetworkUnderTest FromParameters(ReadOnlySpan<float> parameters) =>
            Set(T.FromParameters(parameters));

        public override NetworkUnderTest Initialize(int seed) => Set(T.Initialize(seed));

        public override NetworkUnderTest Load(Stream stream) => Set(T.Load(stream));

        public override NetworkUnderTest Default() =>
            Set((T)typeof(T).GetProperty(nameof(Default))!
                .GetValue(null, BindingFlags.DoNotWrapExceptions, null, null, null)!);

        public override void Forward(ReadOnlySpan<float> input, Span<float> output) => Network.Forward(input, output);

        public override void Forward(ReadOnlySpan<float> input, Span<float> output, Span<float> workspace) =>
            Network.Forward(input, output, workspace);

        public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs) =>
            Network.ForwardBatch(inputs, outputs);

        public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, Span<float> workspace) =>
            Network.ForwardBatch(inputs, outputs, workspace);

        public override void ForwardBatch(ReadOnlySpan<float> inputs, Span<float> outputs, int maxDegreeOfParallelism) =>
            Network.ForwardBatch(inputs, outputs, maxDegreeOfParallelism);

        public override float[] Parameters()
        {
            float[] parameters = new float[T.ParameterCount];
            Network.CopyParametersTo(parameters);
            return parameters;
        }

        private Runner<T> Set(T network)
        {
            _network = network;
            return this;
        }
    }
}
