using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>
    /// Multiplies four neighbouring inputs with their weights for a vector of outputs, and adds the products to the
    /// sums, one input after the other.
    /// </summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
    /// <param name="a0">The sums of the first vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, ref Vector512<float> a0)
    {
        AddProducts(in input, i, in weights, index, ref a0);
        AddProducts(in input, i + 1, in weights, index + 16, ref a0);
        AddProducts(in input, i + 2, in weights, index + 32, ref a0);
        AddProducts(in input, i + 3, in weights, index + 48, ref a0);
    }

    /// <summary>The same for two vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1)
    {
        AddProducts(in input, i, in weights, index, panelLength, ref a0, ref a1);
        AddProducts(in input, i + 1, in weights, index + 16, panelLength, ref a0, ref a1);
        AddProducts(in input, i + 2, in weights, index + 32, panelLength, ref a0, ref a1);
        AddProducts(in input, i + 3, in weights, index + 48, panelLength, ref a0, ref a1);
    }

    /// <summary>The same for three vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2)
    {
        AddProducts(in input, i, in weights, index, panelLength, ref a0, ref a1, ref a2);
        AddProducts(in input, i + 1, in weights, index + 16, panelLength, ref a0, ref a1, ref a2);
        AddProducts(in input, i + 2, in weights, index + 32, panelLength, ref a0, ref a1, ref a2);
        AddProducts(in input, i + 3, in weights, index + 48, panelLength, ref a0, ref a1, ref a2);
    }

    /// <summary>The same for four vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3)
    {
        AddProducts(in input, i, in weights, index, panelLength, ref a0, ref a1, ref a2, ref a3);
        AddProducts(in input, i + 1, in weights, index + 16, panelLength, ref a0, ref a1, ref a2, ref a3);
        AddProducts(in input, i + 2, in weights, index + 32, panelLength, ref a0, ref a1, ref a2, ref a3);
        AddProducts(in input, i + 3, in weights, index + 48, panelLength, ref a0, ref a1, ref a2, ref a3);
    }

    /// <summary>The same for five vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    /// <param name="a4">The sums of the fifth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4)
    {
        AddProducts(in input, i, in weights, index, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4);
        AddProducts(in input, i + 1, in weights, index + 16, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4);
        AddProducts(in input, i + 2, in weights, index + 32, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4);
        AddProducts(in input, i + 3, in weights, index + 48, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4);
    }

    /// <summary>The same for six vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    /// <param name="a4">The sums of the fifth vector.</param>
    /// <param name="a5">The sums of the sixth vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4, ref Vector512<float> a5)
    {
        AddProducts(in input, i, in weights, index, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5);
        AddProducts(in input, i + 1, in weights, index + 16, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5);
        AddProducts(in input, i + 2, in weights, index + 32, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5);
        AddProducts(in input, i + 3, in weights, index + 48, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5);
    }

    /// <summary>The same for seven vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    /// <param name="a0">The sums of the first vector.</param>
    /// <param name="a1">The sums of the second vector.</param>
    /// <param name="a2">The sums of the third vector.</param>
    /// <param name="a3">The sums of the fourth vector.</param>
    /// <param name="a4">The sums of the fifth vector.</param>
    /// <param name="a5">The sums of the sixth vector.</param>
    /// <param name="a6">The sums of the seventh vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4, ref Vector512<float> a5, ref Vector512<float> a6)
    {
        AddProducts(in input, i, in weights, index, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
        AddProducts(in input, i + 1, in weights, index + 16, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
        AddProducts(in input, i + 2, in weights, index + 32, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
        AddProducts(in input, i + 3, in weights, index + 48, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6);
    }

    /// <summary>The same for eight vectors of outputs.</summary>
    /// <param name="input">The start of the inputs.</param>
    /// <param name="i">The first input's index.</param>
    /// <param name="weights">Panels of 16 outputs.</param>
    /// <param name="index">Where the first input's weights for the first vector stand; those of the next stand 16 behind.</param>
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
    public static void AddProductsOf4(
        ref readonly float input, nuint i, ref readonly float weights, nuint index, nuint panelLength,
        ref Vector512<float> a0, ref Vector512<float> a1, ref Vector512<float> a2, ref Vector512<float> a3,
        ref Vector512<float> a4, ref Vector512<float> a5, ref Vector512<float> a6, ref Vector512<float> a7)
    {
        AddProducts(in input, i, in weights, index, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
        AddProducts(in input, i + 1, in weights, index + 16, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
        AddProducts(in input, i + 2, in weights, index + 32, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
        AddProducts(in input, i + 3, in weights, index + 48, panelLength, ref a0, ref a1, ref a2, ref a3, ref a4, ref a5, ref a6, ref a7);
    }
}
