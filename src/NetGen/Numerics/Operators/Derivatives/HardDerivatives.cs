using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>1 where |x| &lt; 1, else 0: the hard tanh's derivative, with PyTorch's choice at its corners.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardTanhDerivative(Vector512<float> x, Vector512<float> y) =>
        OrNaN(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(1f)) & Vector512.Create(1f), x);

    /// <summary>1/6 where |x| &lt; 3, else 0: the hard sigmoid's derivative, with PyTorch's choice at its corners.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSigmoidDerivative(Vector512<float> x, Vector512<float> y) =>
        OrNaN(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(3f)) & Vector512.Create(1f / 6f), x);

    /// <summary>x / 3 + 1/2 where |x| &lt; 3, 0 from -3 down, 1 from 3 up: the hard swish's derivative.</summary>
    /// <param name="x">The activation's argument.</param>
    /// <param name="y">Its value there.</param>
    /// <returns>The derivative in each lane; NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> HardSwishDerivative(Vector512<float> x, Vector512<float> y)
    {
        Vector512<float> limit = Vector512.Create(3f), one = Vector512.Create(1f);
        Vector512<float> between = MultiplyAdd(x, Vector512.Create(1f / 3f), Vector512.Create(0.5f));
        Vector512<float> lower = Vector512.AndNot(between, Vector512.LessThanOrEqual(x, -limit));
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, limit), one, lower);
    }
}
