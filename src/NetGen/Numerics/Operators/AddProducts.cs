using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Multiplies an input with its weights for a vector of outputs, and adds the products to the outputs' sums.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="a0">The sums of the first vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, ref Vector512<float> a0)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
    }

    /// <summary>The same for two vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
        a1 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(1 * Vector512<float>.Count, panelLength)), a1);
    }

    /// <summary>The same for three vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
        a1 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(1 * Vector512<float>.Count, panelLength)), a1);
        a2 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(2 * Vector512<float>.Count, panelLength)), a2);
    }

    /// <summary>The same for four vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
        a1 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(1 * Vector512<float>.Count, panelLength)), a1);
        a2 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(2 * Vector512<float>.Count, panelLength)), a2);
        a3 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(3 * Vector512<float>.Count, panelLength)), a3);
    }

    /// <summary>The same for five vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    /// <param name="a4">The sums of the fifth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
        a1 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(1 * Vector512<float>.Count, panelLength)), a1);
        a2 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(2 * Vector512<float>.Count, panelLength)), a2);
        a3 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(3 * Vector512<float>.Count, panelLength)), a3);
        a4 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(4 * Vector512<float>.Count, panelLength)), a4);
    }

    /// <summary>The same for six vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    /// <param name="a4">The sums of the fifth vector.</param>
    /// <param name="a5">The sums of the sixth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4, ref Vector512<float> a5)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
        a1 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(1 * Vector512<float>.Count, panelLength)), a1);
        a2 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(2 * Vector512<float>.Count, panelLength)), a2);
        a3 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(3 * Vector512<float>.Count, panelLength)), a3);
        a4 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(4 * Vector512<float>.Count, panelLength)), a4);
        a5 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(5 * Vector512<float>.Count, panelLength)), a5);
    }

    /// <summary>The same for seven vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    /// <param name="a4">The sums of the fifth vector.</param>
    /// <param name="a5">The sums of the sixth vector.</param>
    /// <param name="a6">The sums of the seventh vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4, ref Vector512<float> a5, ref Vector512<float> a6)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
        a1 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(1 * Vector512<float>.Count, panelLength)), a1);
        a2 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(2 * Vector512<float>.Count, panelLength)), a2);
        a3 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(3 * Vector512<float>.Count, panelLength)), a3);
        a4 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(4 * Vector512<float>.Count, panelLength)), a4);
        a5 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(5 * Vector512<float>.Count, panelLength)), a5);
        a6 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(6 * Vector512<float>.Count, panelLength)), a6);
    }

    /// <summary>The same for eight vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the input's weights for the first vector stand.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    /// <param name="a4">The sums of the fifth vector.</param>
    /// <param name="a5">The sums of the sixth vector.</param>
    /// <param name="a6">The sums of the seventh vector.</param>
    /// <param name="a7">The sums of the eighth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4, ref Vector512<float> a5, ref Vector512<float> a6, ref Vector512<float> a7)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index), a0);
        a1 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(1 * Vector512<float>.Count, panelLength)), a1);
        a2 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(2 * Vector512<float>.Count, panelLength)), a2);
        a3 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(3 * Vector512<float>.Count, panelLength)), a3);
        a4 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(4 * Vector512<float>.Count, panelLength)), a4);
        a5 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(5 * Vector512<float>.Count, panelLength)), a5);
        a6 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(6 * Vector512<float>.Count, panelLength)), a6);
        a7 = Vector512.MultiplyAddEstimate(x, Vector512.LoadUnsafe(in weights, index + InPanels(7 * Vector512<float>.Count, panelLength)), a7);
    }

    /// <summary>Multiplies an input with a vector of weights, and adds the products to the outputs' sums.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="w0">The weights.</param>
    /// <param name="a0">The sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(ref readonly float input, nuint i, Vector512<float> w0, ref Vector512<float> a0) =>
        a0 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i)), w0, a0);

    /// <summary>The same for two vectors of weights.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="w0">The weights of the first vector of outputs.</param>
    /// <param name="w1">The weights of the second vector of outputs.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, Vector512<float> w0, Vector512<float> w1,
        ref Vector512<float> a0, ref Vector512<float> a1)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, w0, a0);
        a1 = Vector512.MultiplyAddEstimate(x, w1, a1);
    }

    /// <summary>The same for three vectors of weights.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="w0">The weights of the first vector of outputs.</param>
    /// <param name="w1">The weights of the second vector of outputs.</param>
    /// <param name="w2">The weights of the third vector of outputs.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, Vector512<float> w0, Vector512<float> w1, Vector512<float> w2,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, w0, a0);
        a1 = Vector512.MultiplyAddEstimate(x, w1, a1);
        a2 = Vector512.MultiplyAddEstimate(x, w2, a2);
    }

    /// <summary>The same for four vectors of weights.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The input's index.</param>
    /// <param name="w0">The weights of the first vector of outputs.</param>
    /// <param name="w1">The weights of the second vector of outputs.</param>
    /// <param name="w2">The weights of the third vector of outputs.</param>
    /// <param name="w3">The weights of the fourth vector of outputs.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProducts(
        ref readonly float input, nuint i, Vector512<float> w0, Vector512<float> w1, Vector512<float> w2, Vector512<float> w3,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3)
    {
        Vector512<float> x = Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in input), i));
        a0 = Vector512.MultiplyAddEstimate(x, w0, a0);
        a1 = Vector512.MultiplyAddEstimate(x, w1, a1);
        a2 = Vector512.MultiplyAddEstimate(x, w2, a2);
        a3 = Vector512.MultiplyAddEstimate(x, w3, a3);
    }
}
