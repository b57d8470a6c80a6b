using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Adam, as <c>torch.optim.Adam</c> has it: steps of the mean gradient over the root of the mean squared gradient. Kingma and Ba, "Adam: A
/// Method for Stochastic Optimization", 2015.
/// </summary>
public sealed class Adam : Optimizer
{
    private static readonly string[] _moments = ["mean_gradient", "mean_squared_gradient"];

    /// <summary>Makes an optimiser with the learning rate 0.001.</summary>
    public Adam()
        : base(0.001f)
    {
    }

    /// <summary>The part of the mean gradient that each step keeps, from 0 up to but not including 1; by default 0.9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public float Beta1 { get; init => field = Check.Below1(value); }
    = 0.9f;

    /// <summary>The part of the mean squared gradient that each step keeps, from 0 up to but not including 1; by default 0.999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public float Beta2 { get; init => field = Check.Below1(value); }
    = 0.999f;

    /// <summary>What is added to the root of the mean squared gradient; positive, by default 1e-8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive or not finite.</exception>
    public float Epsilon { get; init => field = Check.Positive(value); }
    = 1e-8f;

    /// <summary>What is added to the gradient, times the parameter; 0 or more, by default 0. <see cref="AdamW"/>'s usually does better.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float WeightDecay { get; init => field = Check.AtLeast0(value); }

    internal override ReadOnlySpan<string> StateNames => _moments;

    internal override void Update(
        long step,
        float gradientScale,
        Span<float> parameters,
        ReadOnlySpan<float> gradients,
        Span<float> first,
        Span<float> second)
    {
        float learningRate = LearningRateAt(step);
        AdamStep.Of(step, learningRate, gradientScale, gradientDecay: WeightDecay, kept: 1, Beta1, Beta2, Epsilon)
            .Update(parameters, gradients, first, second);
    }
}
