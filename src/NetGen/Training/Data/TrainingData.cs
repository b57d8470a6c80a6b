using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Samples to train on or to measure with: inputs, and for each sample its targets. Immutable.</summary>
/// <typeparam name="TTarget"><see cref="int"/> for classes, <see cref="float"/> for numbers.</typeparam>
public sealed class TrainingData<TTarget>
    where TTarget : unmanaged
{
    private readonly float[] _inputs;
    private readonly TTarget[] _targets;

    /// <summary>Makes data of a copy of the values.</summary>
    /// <param name="inputs">The samples, [count, <paramref name="inputLength"/>] row-major, at least one; finite numbers.</param>
    /// <param name="targets">The targets, [count, <paramref name="targetLength"/>] row-major; numbers are finite.</param>
    /// <param name="inputLength">The number of values in one sample.</param>
    /// <param name="targetLength">The number of targets of one sample.</param>
    /// <exception cref="ArgumentException">There is no sample, lengths do not agree, or a value is NaN or infinite.</exception>
    public TrainingData(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, int inputLength, int targetLength = 1)
        : this(inputs.ToArray(), targets.ToArray(), inputLength, targetLength)
    {
    }

    private TrainingData(float[] inputs, TTarget[] targets, int inputLength, int targetLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetLength, 1);
        (int count, int rest) = Math.DivRem(inputs.Length, inputLength);
        if (count == 0 || rest != 0)
        {
            throw new ArgumentException(
                $"'{nameof(inputs)}' has length {inputs.Length}, expected a multiple of {inputLength} above 0.", nameof(inputs));
        }

        SpanCheck.Samples(targets.Length, count, targetLength, nameof(targets));
        CheckFinite(inputs, inputLength, nameof(inputs));
        if (targets is float[] numbers)
        {
            CheckFinite(numbers, targetLength, nameof(targets));
        }

        (_inputs, _targets, Count, InputLength, TargetLength) = (inputs, targets, count, inputLength, targetLength);
    }

    /// <summary>The number of samples.</summary>
    public int Count { get; }

    /// <summary>The number of values in one sample.</summary>
    public int InputLength { get; }

    /// <summary>The number of targets of one sample.</summary>
    public int TargetLength { get; }

    /// <summary>The samples, [<see cref="Count"/>, <see cref="InputLength"/>] row-major.</summary>
    public ReadOnlySpan<float> Inputs => _inputs;

    /// <summary>The targets, [<see cref="Count"/>, <see cref="TargetLength"/>] row-major.</summary>
    public ReadOnlySpan<TTarget> Targets => _targets;

    /// <summary>
    /// Parts the samples at random, each into one of two: a Fisher-Yates shuffle, whose first samples are held out. The same seed
    /// gives the same parts on every machine.
    /// </summary>
    /// <param name="heldOutPart">The part that is held out, above 0 and below 1, rounded to whole samples.</param>
    /// <param name="seed">The seed; any value.</param>
    /// <returns>The samples to train on and those held out, at least one each.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is not between 0 and 1, or would leave one side without samples.</exception>
    public (TrainingData<TTarget> Training, TrainingData<TTarget> HeldOut) Split(double heldOutPart, int seed)
    {
        int heldOut = heldOutPart is > 0 and < 1 ? (int)Math.Round(Count * heldOutPart) : 0;
        if (heldOut == 0 || heldOut == Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(heldOutPart),
                heldOutPart,
                $"Expected a part between 0 and 1 that leaves both sides at least one of {Count} samples.");
        }

        int[] order = new int[Count];
        Shuffling.Shuffle(order, new(seed));
        return (Select(order.AsSpan(heldOut)), Select(order.AsSpan(0, heldOut)));
    }

    /// <summary>Makes data of arrays that nobody else keeps.</summary>
    internal static TrainingData<TTarget> Owning(float[] inputs, TTarget[] targets, int inputLength, int targetLength = 1) =>
        new(inputs, targets, inputLength, targetLength);

    /// <summary>Copies samples out.</summary>
    /// <param name="rows">The numbers of the samples.</param>
    /// <param name="inputs">Receives their inputs.</param>
    /// <param name="targets">Receives their targets.</param>
    internal void CopyRows(ReadOnlySpan<int> rows, Span<float> inputs, Span<TTarget> targets)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            Inputs.Slice(rows[i] * InputLength, InputLength).CopyTo(inputs[(i * InputLength)..]);
            Targets.Slice(rows[i] * TargetLength, TargetLength).CopyTo(targets[(i * TargetLength)..]);
        }
    }

    private TrainingData<TTarget> Select(ReadOnlySpan<int> rows)
    {
        float[] inputs = new float[rows.Length * InputLength];
        TTarget[] targets = new TTarget[rows.Length * TargetLength];
        CopyRows(rows, inputs, targets);
        return new(inputs, targets, InputLength, TargetLength);
    }

    private static void CheckFinite(float[] values, int length, string name)
    {
        int index = Array.FindIndex(values, value => !float.IsFinite(value));
        if (index >= 0)
        {
            (int sample, int position) = Math.DivRem(index, length);
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"'{name}' has {values[index]} at position {position} of sample {sample}, expected finite numbers."),
                name);
        }
    }
}
