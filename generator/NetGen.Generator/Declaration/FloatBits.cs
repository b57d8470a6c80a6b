using System.Runtime.InteropServices;

namespace NetGen.Generator;

/// <summary>Compares floats by their bits: as numbers 0 and -0 are equal, but a network computes other results with them.</summary>
internal sealed class FloatBits : IEqualityComparer<float>
{
    public static int Of(float value) => MemoryMarshal.Cast<float, int>([value])[0];

    public bool Equals(float x, float y) => Of(x) == Of(y);

    public int GetHashCode(float value) => Of(value);
}
