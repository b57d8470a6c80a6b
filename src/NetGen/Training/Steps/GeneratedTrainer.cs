using System.ComponentModel;
using System.Globalization;

namespace NetGen.CompilerServices;

/// <summary>What every generated trainer derives from.</summary>
/// <typeparam name="TNetwork">The network that is trained.</typeparam>
/// <typeparam name="TTarget">A class number, or a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract unsafe class GeneratedTrainer<TNetwork, TTarget> : ITrainer<TNetwork, TTarget>
    where TNetwork : INetwork<TNetwork>
    where TTarget : unmanaged
{
    private readonly TrainingKernels _kernels;
    private readonly ILossFunction<TTarget> _loss;
    private readonly TrainingPass<TTarget> _pass;
    private float[]? _gradients;

    /// <summary>Makes a trainer that goes on from a network's parameters.</summary>
    /// <param name="kernels">The network's products.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="optimizer">How gradients change the parameters.</param>
    /// <param name="network">The network to begin with; it is not changed.</param>
    /// <param name="batchSize">The most samples in one step.</param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive.</exception>
    protected GeneratedTrainer(
        TrainingKernels kernels, ILossFunction<TTarget> loss, Optimizer optimizer, TNetwork network, int batchSize)
    {
        ArgumentNullException.ThrowIfNull(kernels);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        (_kernels, _loss, Optimizer, BatchSize) = (kernels, loss, optimizer, batchSize);
        TargetLength = loss.TargetLength(TNetwork.OutputLength);
        _pass = new(kernels, loss, optimizer, batchSize);
        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        SetParameters(parameters);
    }

    /// <inheritdoc/>
    public Loss Loss => _loss.Loss;

    /// <inheritdoc/>
    public Optimizer Optimizer { get; }

    /// <inheritdoc/>
    public int BatchSize { get; }

    /// <inheritdoc/>
    public int TargetLength { get; }

    /// <inheritdoc/>
    public long StepCount { get; private set; }

    /// <inheritdoc/>
    public int MaxDegreeOfParallelism
    {
        get;
        set => field = value is not (0 or < -1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Expected a number of threads, or -1 for all cores.");
    }
    = -1;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Gradients
    {
        get
        {
            _gradients ??= new float[TNetwork.ParameterCount];
            _pass.Memory.Unpack(_pass.Memory.Gradients, _gradients);
            return _gradients;
        }
    }

    /// <inheritdoc/>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets)
    {
        int rows = Rows(inputs, targets);
        if (rows > BatchSize)
        {
            throw new ArgumentException(
                $"'{nameof(inputs)}' has {rows} samples, expected 1 to {BatchSize}, the batch size.", nameof(inputs));
        }

        int threads = Threads(rows);
        double loss = _pass.RunRows(inputs, targets, rows, Scale(rows), isTraining: true, threads, out _) / LossCount(rows);
        if (!float.IsFinite((float)loss))
        {
            throw new NotFiniteNumberException(
                string.Create(CultureInfo.InvariantCulture, $"The loss of step {StepCount + 1} is {loss}; no parameter was changed."),
                loss);
        }

        _pass.Update(StepCount + 1, threads);
        StepCount++;
        return (float)loss;
    }

    /// <inheritdoc/>
    public Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets)
    {
        int rows = Rows(inputs, targets);
        double loss = 0;
        long right = 0;
        for (int first = 0; first < rows; first += BatchSize)
        {
            int count = Math.Min(BatchSize, rows - first);
            loss += _pass.RunRows(
                inputs.Slice(first * TNetwork.InputLength, count * TNetwork.InputLength),
                targets.Slice(first * TargetLength, count * TargetLength),
                count,
                scale: 1,
                isTraining: false,
                Threads(count),
                out int rightOfBatch);
            right += rightOfBatch;
        }

        return new((float)(loss / LossCount(rows)), right < 0 ? null : (float)((double)right / targets.Length));
    }

    /// <inheritdoc/>
    public void CopyParametersTo(Span<float> destination)
    {
        SpanCheck.Length(destination.Length, TNetwork.ParameterCount, nameof(destination));
        _pass.Memory.Unpack(_pass.Memory.Parameters, destination);
    }

    /// <inheritdoc/>
    public TNetwork ToNetwork() => TNetwork.FromParameters(Canonical(_pass.Memory.Parameters));

    /// <inheritdoc/>
    public void Save(string path)
    {
        float[][] states = new float[_pass.Memory.StateCount][];
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = Canonical(_pass.Memory.States[i]);
        }

        CheckpointFile.Write(
            path, _kernels.Tensors, Optimizer, Loss, new(StepCount, Canonical(_pass.Memory.Parameters), states));
    }

    /// <inheritdoc/>
    public void Load(string path)
    {
        Checkpoint checkpoint = CheckpointFile.Read(path, _kernels.Tensors, Optimizer, Loss);
        SetParameters(checkpoint.Parameters);
        for (int i = 0; i < checkpoint.States.Length; i++)
        {
            _pass.Memory.Pack(checkpoint.States[i], _pass.Memory.States[i]);
        }

        StepCount = checkpoint.Step;
    }

    private void SetParameters(ReadOnlySpan<float> parameters)
    {
        _pass.Memory.Pack(parameters, _pass.Memory.Parameters);
        _pass.Memory.Transpose();
    }

    private float[] Canonical(float* packed)
    {
        float[] values = new float[TNetwork.ParameterCount];
        _pass.Memory.Unpack(packed, values);
        return values;
    }

    /// <summary>Checks samples, and counts them.</summary>
    private int Rows(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets)
    {
        (int rows, int rest) = Math.DivRem(inputs.Length, TNetwork.InputLength);
        if (rest != 0 || rows == 0)
        {
            throw new ArgumentException(
                $"'{nameof(inputs)}' has length {inputs.Length}, expected a positive multiple of {TNetwork.InputLength}.",
                nameof(inputs));
        }

        SpanCheck.Samples(targets.Length, rows, TargetLength, nameof(targets));
        _loss.Check(targets, TNetwork.OutputLength);
        return rows;
    }

    /// <summary>What the loss of so many rows is a mean of.</summary>
    private double LossCount(int rows) => (double)rows * TargetLength;

    private float Scale(int rows) => (float)(1 / LossCount(rows));

    private int Threads(int rows) => ParallelBatch.Threads(
        ((rows - 1) / TrainingMemory.RowMultiple) + 1,
        3 * rows * TNetwork.MultiplyAddCount,
        MaxDegreeOfParallelism);
}
