using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Stochastic gradient descent, as <c>torch.optim.SGD</c> has it: with g the gradient plus weight decay times the parameter, and
/// m = momentum m + g, the step is m times the learning rate; Nesterov's is (g + momentum m) times it. Sutskever, Martens, Dahl and
/// Hinton, "On the importance of initialization and momentum in deep learning", 2013.
/// </summary>
public sealed class Sgd : Optimizer
{
    private static readonly string[] _momentum = ["momentum"];

    /// <summary>Makes an optimiser with the learning rate 0.001 and no momentum.</summary>
    public Sgd()
        : base(0.001f)
    {
    }

    /// <summary>The part of the last step's direction that is kept, from 0, the default, up to but not including 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public float Momentum { get; init => field = Check.Below1(value); }

    /// <summary>Whether momentum is applied once more to the gradient: Nesterov's. Without momentum it changes nothing.</summary>
    public bool Nesterov { get; init; }

    /// <summary>What is added to the gradient, times the parameter; 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float WeightDecay { get; init => field = Check.AtLeast0(value); }

    internal override ReadOnlySpan<string> StateNames => Momentum > 0 ? _momentum : [];

    internal override void Update(
        long step,
        float gradientScale,
        Span<float> parameters,
        ReadOnlySpan<float> gradients,
        Span<float> first,
        Span<float> second)
    {
        SgdStep settings = new(LearningRateAt(step), gradientScale, WeightDecay, Momentum, Nesterov);
        ref float p = ref MemoryMarshal.GetReference(parameters), g = ref MemoryMarshal.GetReference(gradients);
        ref float m = ref MemoryMarshal.GetReference(first);
        nuint count = (nuint)parameters.Length;
        if (Vector512.IsHardwareAccelerated)
        {
            if (Momentum > 0)
            {
                VectorMath.MomentumUpdateVector512(in settings, ref p, ref g, ref m, count);
            }
            else
            {
                VectorMath.SgdUpdateVector512(in settings, ref p, ref g, count);
            }
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            if (Momentum > 0)
            {
                VectorMath.MomentumUpdateVector256(in settings, ref p, ref g, ref m, count);
            }
            else
            {
                VectorMath.SgdUpdateVector256(in settings, ref p, ref g, count);
            }
        }
        else if (Momentum > 0)
        {
            VectorMath.MomentumUpdateVector128(in settings, ref p, ref g, ref m, count);
        }
        else
        {
            VectorMath.SgdUpdateVector128(in settings, ref p, ref g, count);
        }
    }
}
