namespace NetGen;

/// <summary>How gradients change a network's parameters. Immutable; any number of trainers may share one.</summary>
public abstract class Optimizer
{
    private protected Optimizer(float learningRate) => LearningRate = learningRate;

    /// <summary>The size of a step; 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate { get; init => field = Check.AtLeast0(value); }

    /// <summary>How the learning rate changes from step to step; null, the default, for not at all.</summary>
    public LearningRateSchedule? Schedule { get; init; }

    /// <summary>
    /// The most that the norm of all gradients together may be: larger ones are scaled down to it. Null, the default, for no limit.
    /// Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", 2013.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public float? MaxGradientNorm { get; init => field = value is null ? null : Check.Positive(value.Value); }

    /// <summary>The arrays of state that the optimiser keeps, by their names in a checkpoint; at most two.</summary>
    internal abstract ReadOnlySpan<string> StateNames { get; }

    /// <summary>The learning rate of a step.</summary>
    /// <param name="step">The number of the step, from 1.</param>
    /// <returns>The learning rate times the schedule's factor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public float LearningRateAt(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        return Schedule is null ? LearningRate : (float)(LearningRate * Schedule.Factor(step - 1));
    }

    /// <summary>
    /// Changes parameters by their gradients, element by element, so that any part of them can be updated on its own.
    /// All spans are as long as the parameters, a multiple of 16, on a 64-byte boundary; a state that is not kept is empty. Where
    /// parameter, gradient and state are zero, they stay so.
    /// </summary>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="gradientScale">What gradients are multiplied by first; 1 unless they are clipped.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="first">The first array of state.</param>
    /// <param name="second">The second.</param>
    internal abstract void Update(
        long step,
        float gradientScale,
        Span<float> parameters,
        ReadOnlySpan<float> gradients,
        Span<float> first,
        Span<float> second);
}
