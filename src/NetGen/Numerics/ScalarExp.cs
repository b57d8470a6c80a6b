using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>exp(x) with the bits of the vectors; 0 below the normal floats.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>The function's value.</returns>
    public static float Exp(float x) => Exp(Vector128.Create(x)).ToScalar();
}
