using System.Runtime.InteropServices;

namespace NetGen.Tests.Training;

/// <summary>What <see cref="LinearTrainer"/> trains: y = w x + b with two inputs.</summary>
[Network(2)]
[Dense(1)]
public sealed partial class Line;

/// <summary>Linear regression by gradient descent with momentum, in plain C#: the loop's tests need a trainer of any kind.</summary>
internal sealed class LinearTrainer(int batchSize) : ITrainer<Line, float>
{
    private const float LearningRate = 0.05f;
    private const float Momentum = 0.9f;
    private float[] _parameters = new float[3];
    private float[] _velocity = new float[3];

    /// <summary>Receives the samples' first inputs, batch by batch, if set.</summary>
    public List<float[]>? Batches { get; init; }

    /// <summary>What the network's evaluations say instead of the truth, if set.</summary>
    public Func<LinearTrainer, float>? ValidationLoss { get; init; }

    public Loss Loss => Loss.MeanSquaredError;

    public Optimizer Optimizer => throw new NotSupportedException();

    public int BatchSize => batchSize;

    public long StepCount { get; private set; }

    public int MaxDegreeOfParallelism { get; set; } = -1;

    public ReadOnlySpan<float> Gradients => throw new NotSupportedException();

    public int TargetLength => 1;

    public ReadOnlySpan<float> Parameters => _parameters;

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        Batches?.Add([.. inputs.ToArray().Where((_, i) => i % 2 == 0)]);
        Span<float> gradients = stackalloc float[3];
        float loss = Measure(inputs, targets, gradients);
        if (!float.IsFinite(loss))
        {
            throw new NotFiniteNumberException("The loss is not finite.", loss);
        }

        for (int i = 0; i < gradients.Length; i++)
        {
            _velocity[i] = (Momentum * _velocity[i]) + gradients[i];
            _parameters[i] -= LearningRate * _velocity[i];
        }

        StepCount++;
        return loss;
    }

    public Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) =>
        new(ValidationLoss?.Invoke(this) ?? Measure(inputs, targets, new float[3]), null);

    public void CopyParametersTo(Span<float> destination) => _parameters.CopyTo(destination);

    public Line ToNetwork() => Line.FromParameters(_parameters);

    public void Save(string path) =>
        File.WriteAllBytes(path, [.. BitConverter.GetBytes(StepCount), .. MemoryMarshal.AsBytes<float>([.. _parameters, .. _velocity])]);

    public void Load(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        if (content.Length != 32)
        {
            throw new InvalidDataException("This is no checkpoint.");
        }

        StepCount = BitConverter.ToInt64(content);
        Span<float> values = MemoryMarshal.Cast<byte, float>(content.AsSpan(8));
        (_parameters, _velocity) = (values[..3].ToArray(), values[3..].ToArray());
    }

    private float Measure(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients)
    {
        float loss = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            (float x, float y) = (inputs[2 * i], inputs[(2 * i) + 1]);
            float error = (_parameters[0] * x) + (_parameters[1] * y) + _parameters[2] - targets[i];
            loss += error * error / targets.Length;
            gradients[0] += 2 * error * x / targets.Length;
            gradients[1] += 2 * error * y / targets.Length;
            gradients[2] += 2 * error / targets.Length;
        }

        return loss;
    }
}
