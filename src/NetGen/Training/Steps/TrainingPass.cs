using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// What a trainer computes. First the rows, a block of them at a time through all layers and back; then the parameters, a part
/// of them at a time: their gradients, summed over the rows in order, and the update while they are in the cache. Threads share
/// blocks and parts; no sum depends on which.
/// </summary>
internal sealed unsafe class TrainingPass<TTarget>
    where TTarget : unmanaged
{
    // As many values of a block as stay in the second-level cache beside the weights of two panels.
    private const int BlockFloats = 192 * 1024;
    private const int MaxBlockRows = 96;

    private readonly TrainingKernels _kernels;
    private readonly TrainingLayer[] _layers;
    private readonly ILossFunction<TTarget> _loss;
    private readonly Optimizer _optimizer;
    private readonly ParameterPart[] _parts;
    private readonly double[] _losses, _squares;
    private readonly int[] _right;
    private readonly int _outputs, _targetLength, _maxBlockRows;
    private readonly ParallelChunks _rowsJob, _gradientsJob, _updatesJob;

    private float* _inputs;
    private TTarget* _targets;
    private int _rows, _blockRows;
    private float _scale, _gradientScale;
    private bool _isTraining;
    private long _step;

    public TrainingPass(TrainingKernels kernels, ILossFunction<TTarget> loss, Optimizer optimizer, int batchSize)
    {
        (_kernels, _layers, _loss, _optimizer) = (kernels, kernels.Layers, loss, optimizer);
        Memory = new(_layers, batchSize, optimizer.StateNames.Length);
        _parts = ParameterPart.Of(_layers);
        _losses = new double[batchSize];
        _squares = new double[_parts.Length];
        _right = new int[((batchSize - 1) / TrainingMemory.RowMultiple) + 1];
        _outputs = _layers[^1].Outputs;
        _targetLength = loss.TargetLength(_outputs);
        long rowFloats = _layers.Sum(layer => (long)layer.InputStride + layer.OutputStride);
        _maxBlockRows = (int)Math.Clamp(
            BlockFloats / rowFloats / TrainingMemory.RowMultiple * TrainingMemory.RowMultiple,
            TrainingMemory.RowMultiple,
            MaxBlockRows);
        _rowsJob = new(RunRows);
        _gradientsJob = new(RunGradient);
        _updatesJob = new(part => Update(_parts[part]));
    }

    public TrainingMemory Memory { get; }

    /// <summary>Runs rows forward, and back if that is asked for.</summary>
    /// <param name="inputs">The samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="rows">The number of samples, at most the batch size.</param>
    /// <param name="scale">What the rows' losses are multiplied by for the gradients.</param>
    /// <param name="isTraining">Whether they go back too.</param>
    /// <param name="threads">The most threads.</param>
    /// <param name="right">Receives the right decisions, unless it goes back.</param>
    /// <returns>The sum of the rows' losses.</returns>
    public double RunRows(
        ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, int rows, float scale, bool isTraining, int threads, out int right)
    {
        int blocks = Math.Max(threads, ((rows - 1) / _maxBlockRows) + 1);
        _blockRows = (((rows - 1) / blocks) + TrainingMemory.RowMultiple) / TrainingMemory.RowMultiple * TrainingMemory.RowMultiple;
        blocks = ((rows - 1) / _blockRows) + 1;
        fixed (float* x = inputs)
        fixed (TTarget* t = targets)
        {
            _inputs = x;
            _targets = t;
            (_rows, _scale, _isTraining) = (rows, scale, isTraining);
            _rowsJob.Run(blocks, threads);
        }

        right = 0;
        for (int i = 0; i < blocks; i++)
        {
            right += _right[i];
        }

        double loss = 0;
        for (int i = 0; i < rows; i++)
        {
            loss += _losses[i];
        }

        return loss;
    }

    /// <summary>Computes the gradients of the rows that have gone back, and changes the parameters by them.</summary>
    /// <exception cref="NotFiniteNumberException">The gradients are to be clipped and are not finite; no parameter was changed.</exception>
    public void Update(long step, int threads)
    {
        (_step, _gradientScale) = (step, 1);
        _gradientsJob.Run(_parts.Length, threads);
        if (_optimizer.MaxGradientNorm is not { } most)
        {
            return;
        }

        double squares = 0;
        foreach (double square in _squares)
        {
            squares += square;
        }

        if (!double.IsFinite(squares))
        {
            throw new NotFiniteNumberException("The norm of the gradients is not finite; no parameter was changed.", squares);
        }

        _gradientScale = (float)Math.Min(1, most / (Math.Sqrt(squares) + 1e-6));
        _updatesJob.Run(_parts.Length, threads);
    }

    private void RunRows(int block)
    {
        int first = block * _blockRows, count = Math.Min(_blockRows, _rows - first), last = _layers.Length - 1;
        CopyInputs(first, count);
        for (int i = 0; i <= last; i++)
        {
            _kernels.Forward(
                i,
                ref *Memory.Inputs(i, first),
                ref Memory.Parameters[Memory.Start(i)],
                ref *Memory.Outputs(i, first),
                ref *Memory.Derivatives(i, first),
                (nuint)count);
        }

        int stride = _layers[last].OutputStride;
        ref float outputs = ref *Memory.Outputs(last, first);
        float* errors = Memory.Errors + ((nint)first * stride);
        ReadOnlySpan<TTarget> targets = new(_targets + ((nint)first * _targetLength), count * _targetLength);
        _loss.Rows(ref outputs, ref *errors, stride, _outputs, targets, _scale, _losses.AsSpan(first, count));
        if (!_isTraining)
        {
            _right[block] = _loss.CountRight(ref outputs, stride, _outputs, targets);
            return;
        }

        // The rows that fill up the last tile have no loss.
        new Span<float>(errors + ((nint)count * stride), (RoundUp(count) - count) * stride).Clear();
        _kernels.OutputGradient(ref outputs, ref *Memory.Derivatives(last, first), ref *errors, (nuint)count);
        for (int i = last; i > 0; i--)
        {
            _kernels.Backward(
                i,
                ref Memory.SumGradients(i)[(nint)first * _layers[i].OutputStride],
                ref *Memory.Transposed(i),
                ref *Memory.Inputs(i, first),
                ref *Memory.Derivatives(i - 1, first),
                (nuint)count);
        }
    }

    private void CopyInputs(int first, int count)
    {
        int inputs = _layers[0].Inputs, stride = _layers[0].InputStride;
        float* target = Memory.Inputs(0, first), source = _inputs + ((nint)first * inputs);
        for (int row = 0; row < count; row++, target += stride, source += inputs)
        {
            new ReadOnlySpan<float>(source, inputs).CopyTo(new(target, inputs));
        }

        new Span<float>(target, (RoundUp(count) - count) * stride).Clear();
    }

    private void RunGradient(int index)
    {
        ParameterPart part = _parts[index];
        TrainingLayer layer = _layers[part.Layer];
        if (part.Panels == 0)
        {
            SumRows(layer, Memory.SumGradients(part.Layer), Memory.Gradients + Memory.Start(part.Layer));
        }
        else
        {
            _kernels.WeightGradient(
                part.Layer,
                part.Panels,
                ref Memory.Inputs(part.Layer, 0)[part.FirstInput],
                ref Memory.SumGradients(part.Layer)[part.FirstPanel * TrainingLayer.Lanes],
                ref Memory.Gradients[StartOfWeights(part, part.FirstPanel)],
                (nuint)part.Inputs,
                (nuint)_rows);
        }

        if (_optimizer.MaxGradientNorm is null)
        {
            Update(part);
            return;
        }

        _squares[index] = 0;
        for (int i = 0; i < Math.Max(1, part.Panels); i++)
        {
            (int start, int length) = Range(part, i);
            _squares[index] += GradientNorm.SumOfSquares(new(Memory.Gradients + start, length));
        }
    }

    private void Update(ParameterPart part)
    {
        for (int i = 0; i < Math.Max(1, part.Panels); i++)
        {
            (int start, int length) = Range(part, i);
            _optimizer.Update(
                _step,
                _gradientScale,
                new(Memory.Parameters + start, length),
                new(Memory.Gradients + start, length),
                Memory.State(0, start, length),
                Memory.State(1, start, length));
            if (part.Layer > 0 && part.Panels > 0)
            {
                Memory.Transpose(part.Layer, part.FirstPanel + i, part.FirstInput, part.Inputs);
            }
        }
    }

    /// <summary>Where the parameters of one of a part's panels stand, or of its bias.</summary>
    private (int Start, int Length) Range(ParameterPart part, int panel) => part.Panels == 0
        ? (Memory.Start(part.Layer), _layers[part.Layer].WeightStart)
        : (StartOfWeights(part, part.FirstPanel + panel), part.Inputs * TrainingLayer.Lanes);

    private int StartOfWeights(ParameterPart part, int panel) => Memory.Start(part.Layer)
        + _layers[part.Layer].WeightStart
        + (panel * _layers[part.Layer].PanelLength)
        + (part.FirstInput * TrainingLayer.Lanes);

    /// <summary>Sums the rows, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumRows(TrainingLayer layer, float* rows, float* sums)
    {
        for (int i = 0; i < layer.WeightStart; i += Vector<float>.Count)
        {
            Vector<float> sum = Vector<float>.Zero;
            float* value = rows + i;
            for (int row = 0; row < _rows; row++, value += layer.OutputStride)
            {
                sum += Vector.Load(value);
            }

            sum.Store(sums + i);
        }
    }

    private static int RoundUp(int rows) =>
        (rows + TrainingMemory.RowMultiple - 1) / TrainingMemory.RowMultiple * TrainingMemory.RowMultiple;
}
