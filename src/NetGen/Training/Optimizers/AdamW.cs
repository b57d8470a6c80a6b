using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Adam with decoupled weight decay, as <c>torch.optim.AdamW</c> has it: beside <see cref="Adam"/>'s step, each parameter loses the part
/// learning rate times weight decay. Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019.
/// </summary>
public sealed class AdamW : Optimizer
{
    private static readonly string[] _moments = ["mean_gradient", "mean_squared_gradient"];

    /// <summary>Makes an optimiser with the learning rate 0.001.</summary>
    public AdamW()
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

    /// <summary>The part of each parameter, biases too, that a step with the learning rate 1 would take away; 0 or more, by default 0.01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float WeightDecay { get; init => field = Check.AtLeast0(value); }
    = 0.01f;

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
        AdamStep.Of(step, learningRate, gradientScale, gradientDecay: 0, kept: 1 - (learningRate * WeightDecay), Beta1, Beta2, Epsilon)
            .Update(parameters, gradients, first, second);
    }
}
