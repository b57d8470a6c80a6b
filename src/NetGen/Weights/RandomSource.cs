using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): the same numbers
/// on every machine. Not for cryptography. For generated code.
/// </summary>
/// <param name="seed">Any value; each gives another sequence.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RandomSource(int seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state = (ulong)seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        _state += Gamma;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Passes over so many 64 random bits, at once.</summary>
    internal void Skip(int count) => _state += (ulong)count * Gamma;

    /// <summary>A number evenly distributed between 0 and 1, never either: an odd multiple of 2^-53.</summary>
    public double NextUniform() => ((NextBits() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>A number of the normal distribution with mean 0 and variance 1.</summary>
    public double NextNormal() => NormalDistribution.Quantile(NextUniform());
}
