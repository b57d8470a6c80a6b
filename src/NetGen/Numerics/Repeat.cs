using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Loads one value into all lanes.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the value.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast512(ref readonly float values, nuint index) =>
        Vector512.Create(Unsafe.Add(ref Unsafe.AsRef(in values), index));

    /// <summary>Loads one value into all lanes.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the value.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast256(ref readonly float values, nuint index) =>
        Vector256.Create(Unsafe.Add(ref Unsafe.AsRef(in values), index));

    /// <summary>Loads one value into all lanes.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the value.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast128(ref readonly float values, nuint index) =>
        Vector128.Create(Unsafe.Add(ref Unsafe.AsRef(in values), index));

    /// <summary>Loads neighbouring values and repeats each in as many lanes: x x x x y y y y ….</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the first.</param>
    /// <param name="times">The lanes that each fills: 2, 4 or 8, a constant.</param>
    /// <returns>The vector of 16 lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Repeat512(ref readonly float values, nuint index, int times) => times switch
    {
        2 => Vector512.Shuffle(
            Vector256.LoadUnsafe(in values, index).ToVector512Unsafe(),
            Vector512.Create(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7)),
        4 => Vector512.Shuffle(
            Vector128.LoadUnsafe(in values, index).ToVector256Unsafe().ToVector512Unsafe(),
            Vector512.Create(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)),
        _ => Vector512.Shuffle(
            Two(in values, index).ToVector256Unsafe().ToVector512Unsafe(),
            Vector512.Create(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1)),
    };

    /// <summary>As <see cref="Repeat512"/>.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the first.</param>
    /// <param name="times">The lanes that each fills: 2 or 4, a constant.</param>
    /// <returns>The vector of 8 lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Repeat256(ref readonly float values, nuint index, int times) => times == 2
        ? Vector256.Shuffle(Vector128.LoadUnsafe(in values, index).ToVector256Unsafe(), Vector256.Create(0, 0, 1, 1, 2, 2, 3, 3))
        : Vector256.Shuffle(Two(in values, index).ToVector256Unsafe(), Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1));

    /// <summary>As <see cref="Repeat512"/>, each value twice.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the first.</param>
    /// <returns>The vector of 4 lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Repeat128(ref readonly float values, nuint index) =>
        Vector128.Shuffle(Two(in values, index), Vector128.Create(0, 0, 1, 1));

    /// <summary>Reads an index that <see cref="NonZeroIndicesVector512"/> has stored.</summary>
    /// <param name="indices">The indices.</param>
    /// <param name="index">Which of them.</param>
    /// <returns>The index.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint IndexAt(ref readonly float indices, nuint index) =>
        Unsafe.As<float, uint>(ref Unsafe.Add(ref Unsafe.AsRef(in indices), index));

    /// <summary>Two floats, loaded as one number of 64 bits, in the first lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Two(ref readonly float values, nuint index) => Vector128.CreateScalarUnsafe(
        Unsafe.ReadUnaligned<double>(in Unsafe.As<float, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in values), index)))).AsSingle();
}
