using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>An activation with its derivative, for <see cref="VectorMath"/>'s functions of whole rows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IActivationVector512
{
    /// <summary>The activation's value in each lane.</summary>
    Vector512<float> Value(Vector512<float> x);

    /// <summary>Its derivative in each lane, where y is the value.</summary>
    Vector512<float> Derivative(Vector512<float> x, Vector512<float> y);
}

public static partial class VectorMath
{
    /// <summary>The activation of all values of rows, in place. A last vector that is not whole ends at the row's last value.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="values">The rows.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="stride">The values from row to row.</param>
    /// <param name="length">The values of a row, at least one vector.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ActivateVector512<TActivation>(TActivation activation, ref float values, nuint rows, nuint stride, nuint length)
        where TActivation : struct, IActivationVector512
    {
        nuint lanes = (nuint)Vector512<float>.Count, lastVector = length - lanes;
        for (nuint row = 0; row < rows; row++, values = ref Unsafe.Add(ref values, stride))
        {
            // Read before the one that it overlaps is written.
            Vector512<float> last = activation.Value(Vector512.LoadUnsafe(ref values, lastVector));
            for (nuint i = 0; i < lastVector; i += lanes)
            {
                activation.Value(Vector512.LoadUnsafe(ref values, i)).StoreUnsafe(ref values, i);
            }

            last.StoreUnsafe(ref values, lastVector);
        }
    }

    /// <summary>The activation of all values of rows, in place, and its derivatives there.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="values">The rows.</param>
    /// <param name="derivatives">Receives the derivatives, in rows alike.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="stride">The values from row to row.</param>
    /// <param name="length">The values of a row, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void ActivateVector512<TActivation>(
        TActivation activation, ref float values, ref float derivatives, nuint rows, nuint stride, nuint length)
        where TActivation : struct, IActivationVector512
    {
        for (nuint row = 0; row < rows; row++)
        {
            for (nuint i = row * stride, end = i + length; i < end; i += (nuint)Vector512<float>.Count)
            {
                Vector512<float> x = Vector512.LoadUnsafe(ref values, i), y = activation.Value(x);
                activation.Derivative(x, y).StoreUnsafe(ref derivatives, i);
                y.StoreUnsafe(ref values, i);
            }
        }
    }
}

/// <summary><see cref="Activation.Elu"/>.</summary>
/// <param name="alpha">Minus the activation's limit.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EluVector512(float alpha) : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Elu(x, alpha);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.EluDerivative(x, y, alpha);
}

/// <summary><see cref="Activation.Gelu"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Gelu(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.GeluDerivative(x, y);
}

/// <summary><see cref="Activation.GeluTanh"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluTanhVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.GeluTanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.GeluTanhDerivative(x, y);
}

/// <summary><see cref="Activation.HardSigmoid"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSigmoidVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.HardSigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.HardSigmoidDerivative(x, y);
}

/// <summary><see cref="Activation.HardSwish"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSwishVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.HardSwish(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.HardSwishDerivative(x, y);
}

/// <summary><see cref="Activation.HardTanh"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardTanhVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.HardTanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.HardTanhDerivative(x, y);
}

/// <summary><see cref="Activation.Mish"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MishVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Mish(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.MishDerivative(x, y);
}

/// <summary><see cref="Activation.Relu6"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Relu6Vector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Relu6(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.Relu6Derivative(x, y);
}

/// <summary><see cref="Activation.Selu"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SeluVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Selu(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.SeluDerivative(x, y);
}

/// <summary><see cref="Activation.Sigmoid"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SigmoidVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Sigmoid(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.SigmoidDerivative(x, y);
}

/// <summary><see cref="Activation.Silu"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiluVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Silu(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.SiluDerivative(x, y);
}

/// <summary><see cref="Activation.Softplus"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SoftplusVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Softplus(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.SoftplusDerivative(x, y);
}

/// <summary><see cref="Activation.Softsign"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SoftsignVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Softsign(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.SoftsignDerivative(x, y);
}

/// <summary><see cref="Activation.Tanh"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TanhVector512 : IActivationVector512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Value(Vector512<float> x) => VectorMath.Tanh(x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> x, Vector512<float> y) => VectorMath.TanhDerivative(x, y);
}
