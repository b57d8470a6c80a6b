using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Checks targets that are values.</summary>
internal static class Targets
{
    /// <summary>The index of the first target that is not from the least to the most, NaN among them; -1 where all are.</summary>
    public static int IndexOfOutside(ReadOnlySpan<float> targets, float least, float most)
    {
        // Whole vectors while they hold: it is every target of every step.
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(targets);
        Vector<float> lower = new(least), upper = new(most);
        int inside = 0;
        while (inside < vectors.Length
            && Vector.GreaterThanOrEqualAll(vectors[inside], lower)
            && Vector.LessThanOrEqualAll(vectors[inside], upper))
        {
            inside++;
        }

        for (int i = inside * Vector<float>.Count; i < targets.Length; i++)
        {
            if (!(targets[i] >= least && targets[i] <= most))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Throws where a target is not finite.</summary>
    public static void CheckFinite(ReadOnlySpan<float> targets)
    {
        int index = IndexOfOutside(targets, float.MinValue, float.MaxValue);
        if (index >= 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Target {index} is {targets[index]}; targets must be finite."),
                nameof(targets));
        }
    }
}
