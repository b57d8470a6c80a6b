using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Stores the first lanes and touches no memory beyond them.</summary>
    /// <param name="x">The vector.</param>
    /// <param name="destination">Where the first lane goes.</param>
    /// <param name="count">The number of lanes, from 1 to all.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> x, ref float destination, int count)
    {
        if (count == Vector512<float>.Count)
        {
            x.StoreUnsafe(ref destination);
        }
        else if (count > Vector256<float>.Count)
        {
            x.GetLower().StoreUnsafe(ref destination);
            destination = ref Unsafe.Add(ref destination, Vector256<float>.Count);
            Store(x.GetUpper(), ref destination, count - Vector256<float>.Count);
        }
        else
        {
            Store(x.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store(Vector512{float}, ref float, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> x, ref float destination, int count)
    {
        if (count == Vector256<float>.Count)
        {
            x.StoreUnsafe(ref destination);
        }
        else if (count > Vector128<float>.Count)
        {
            x.GetLower().StoreUnsafe(ref destination);
            destination = ref Unsafe.Add(ref destination, Vector128<float>.Count);
            Store(x.GetUpper(), ref destination, count - Vector128<float>.Count);
        }
        else
        {
            Store(x.GetLower(), ref destination, count);
        }
    }

    /// <inheritdoc cref="Store(Vector512{float}, ref float, int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> x, ref float destination, int count)
    {
        if (count == Vector128<float>.Count)
        {
            x.StoreUnsafe(ref destination);
            return;
        }

        if (count >= 2)
        {
            // Two floats as one double: the runtime would take a Vector64 through memory.
            Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref destination), x.AsDouble().ToScalar());
        }

        if (count != 2)
        {
            Unsafe.Add(ref destination, count - 1) = x.GetElement(count - 1);
        }
    }
}
