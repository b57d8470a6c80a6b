namespace NetGen;

/// <summary>How gradients change a network's parameters. Immutable; any number of trainers may share one.</summary>
public abstract class Optimizer
{
    /// <summary>x</summary>
    public float? MaxGradientNorm { get; init; }

    private protected Optimizer()
    {
    }

    /// <summary>The arrays of state that the optimiser keeps, by their names in a checkpoint; at most two.</summary>
    internal abstract ReadOnlySpan<string> StateNames { get; }

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
