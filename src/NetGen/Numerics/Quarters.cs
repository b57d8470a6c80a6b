using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// Four values of each of some rows, one row in every 128 bits of a vector.
public static partial class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LoadQuartersVector512(ref float row, nuint stride) => Vector512.Create(
        LoadQuartersVector256(ref row, stride), LoadQuartersVector256(ref Unsafe.Add(ref row, 2 * stride), stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadQuartersVector256(ref float row, nuint stride) =>
        Vector256.Create(Vector128.LoadUnsafe(ref row), Vector128.LoadUnsafe(ref row, stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LoadQuartersVector128(ref float row, nuint stride) => Vector128.LoadUnsafe(ref row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreQuarters(Vector512<float> x, ref float row, nuint stride)
    {
        StoreQuarters(x.GetLower(), ref row, stride);
        StoreQuarters(x.GetUpper(), ref Unsafe.Add(ref row, 2 * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreQuarters(Vector256<float> x, ref float row, nuint stride)
    {
        x.GetLower().StoreUnsafe(ref row);
        x.GetUpper().StoreUnsafe(ref row, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreQuarters(Vector128<float> x, ref float row, nuint stride) => x.StoreUnsafe(ref row);
}
