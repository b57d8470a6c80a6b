using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>Random weights to begin training with, the same on every machine. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Initializer
{
    /// <summary>
    /// Fills weights before an activation of the ReLU family: normal, mean 0, variance 2 / ((1 + slope²) fanIn). He,
    /// Zhang, Ren and Sun, "Delving deep into rectifiers", 2015.
    /// </summary>
    /// <param name="random">Where the numbers come from; is moved on.</param>
    /// <param name="weights">Receives the weights.</param>
    /// <param name="fanIn">The number of inputs to each sum; positive.</param>
    /// <param name="slope">The slope of the activation below zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fanIn"/> is not positive.</exception>
    public static void HeNormal(ref RandomSource random, Span<float> weights, int fanIn, float slope = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fanIn);
        double deviation = Math.Sqrt(2 / ((1 + ((double)slope * slope)) * fanIn));
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(deviation * random.NextNormal());
        }
    }

    /// <summary>
    /// Fills weights before any other activation: evenly distributed within ±sqrt(6 / (fanIn + fanOut)). Glorot and
    /// Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.
    /// </summary>
    /// <param name="random">Where the numbers come from; is moved on.</param>
    /// <param name="weights">Receives the weights.</param>
    /// <param name="fanIn">The number of inputs to each sum; positive.</param>
    /// <param name="fanOut">The number of sums that each input goes to; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static void GlorotUniform(ref RandomSource random, Span<float> weights, int fanIn, int fanOut)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fanIn);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fanOut);
        double limit = Math.Sqrt(6 / ((double)fanIn + fanOut));
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (float)(limit * ((2 * random.NextUniform()) - 1));
        }
    }
}
