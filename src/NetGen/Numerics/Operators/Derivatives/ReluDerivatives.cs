using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 where x > 0, else 0: ReLU's derivative, with PyTorch's choice at 0.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReluDerivative(Vector512<float> x, Vector512<float> y) =>
        OrNaN(Vector512.GreaterThan(x, Vector512<float>.Zero) & Vector512.Create(1f), x);

    /// <summary>1 where x > 0, else alpha: the leaky ReLU's derivative, with PyTorch's choice at 0.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <param name="alpha">The slope below 0.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LeakyReluDerivative(Vector512<float> x, Vector512<float> y, float alpha) =>
        OrNaN(
            Vector512.ConditionalSelect(
                Vector512.GreaterThan(x, Vector512<float>.Zero), Vector512.Create(1f), Vector512.Create(alpha)),
            x);

    /// <summary>1 where 0 &lt; x &lt; 6, else 0: ReLU6's derivative, with PyTorch's choice at its corners.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu6Derivative(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> isInside =
            Vector512.GreaterThan(x, Vector512<float>.Zero) & Vector512.LessThan(x, Vector512.Create(6f));
        return OrNaN(isInside & Vector512.Create(1f), x);
    }

    /// <summary>A value; NaN where x is NaN, which no comparison shows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> OrNaN(Vector512<float> value, Vector512<float> x) =>
        Vector512.ConditionalSelect(Vector512.Equals(x, x), value, x);
}
