using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Loads neighbouring values.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the first.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load512(ref readonly float values, nuint index) => Vector512.LoadUnsafe(in values, index);

    /// <summary>Loads neighbouring values.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the first.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load256(ref readonly float values, nuint index) => Vector256.LoadUnsafe(in values, index);

    /// <summary>Loads neighbouring values.</summary>
    /// <param name="values">The start of the values.</param>
    /// <param name="index">The index of the first.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load128(ref readonly float values, nuint index) => Vector128.LoadUnsafe(in values, index);
}
