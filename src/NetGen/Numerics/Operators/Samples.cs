using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

// Samples side by side: two vectors of them for each value, [value][sample]. Blocks of four values by four samples are
// transposed in each 128 bits; the last four values end at the last one, and repeat some if need be.
public static partial class VectorMath
{
    /// <summary>Turns rows into lanes, zero for samples that are missing.</summary>
    /// <param name="rows">The rows, [sample][value].</param>
    /// <param name="count">The number of samples, at most two vectors.</param>
    /// <param name="length">The values in a row.</param>
    /// <param name="lanes">Receives two vectors for each value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LoadSamplesVector512(ref float rows, nuint count, nuint length, ref float lanes)
    {
        nuint samples = 2 * (nuint)Vector512<float>.Count;
        if (count == samples && length <= 2)
        {
            LoadPairsVector512(ref rows, length, ref lanes);
            return;
        }

        if (count < samples || length < 4 || !CanUnpack)
        {
            for (nuint i = 0; i < length; i++)
            {
                for (nuint sample = 0; sample < samples; sample++)
                {
                    Unsafe.Add(ref lanes, (i * samples) + sample) = sample < count ? Unsafe.Add(ref rows, (sample * length) + i) : 0;
                }
            }

            return;
        }

        for (nuint sample = 0; sample < samples; sample += (nuint)Vector512<float>.Count)
        {
            for (nuint next = 0; next < length; next += 4)
            {
                nuint value = Math.Min(next, length - 4);
                ref float row = ref Unsafe.Add(ref rows, (sample * length) + value);
                ref float lane = ref Unsafe.Add(ref lanes, (value * samples) + sample);
                Vector512<float> a = LoadQuartersVector512(ref row, 4 * length);
                Vector512<float> b = LoadQuartersVector512(ref Unsafe.Add(ref row, length), 4 * length);
                Vector512<float> c = LoadQuartersVector512(ref Unsafe.Add(ref row, 2 * length), 4 * length);
                Vector512<float> d = LoadQuartersVector512(ref Unsafe.Add(ref row, 3 * length), 4 * length);
                Transpose(ref a, ref b, ref c, ref d);
                a.StoreUnsafe(ref lane);
                b.StoreUnsafe(ref lane, samples);
                c.StoreUnsafe(ref lane, 2 * samples);
                d.StoreUnsafe(ref lane, 3 * samples);
            }
        }
    }

    /// <summary>Turns lanes into rows.</summary>
    /// <param name="lanes">Two vectors for each value.</param>
    /// <param name="count">The number of samples to store, at most two vectors.</param>
    /// <param name="length">The values in a row.</param>
    /// <param name="rows">Receives the rows, [sample][value].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StoreSamplesVector512(ref float lanes, nuint count, nuint length, ref float rows)
    {
        nuint samples = 2 * (nuint)Vector512<float>.Count;
        if (count == samples && length <= 2)
        {
            StorePairsVector512(ref lanes, length, ref rows);
            return;
        }

        if (count < samples || length < 4 || !CanUnpack)
        {
            for (nuint sample = 0; sample < count; sample++)
            {
                for (nuint i = 0; i < length; i++)
                {
                    Unsafe.Add(ref rows, (sample * length) + i) = Unsafe.Add(ref lanes, (i * samples) + sample);
                }
            }

            return;
        }

        for (nuint sample = 0; sample < samples; sample += (nuint)Vector512<float>.Count)
        {
            for (nuint next = 0; next < length; next += 4)
            {
                nuint value = Math.Min(next, length - 4);
                ref float row = ref Unsafe.Add(ref rows, (sample * length) + value);
                ref float lane = ref Unsafe.Add(ref lanes, (value * samples) + sample);
                Vector512<float> a = Vector512.LoadUnsafe(ref lane);
                Vector512<float> b = Vector512.LoadUnsafe(ref lane, samples);
                Vector512<float> c = Vector512.LoadUnsafe(ref lane, 2 * samples);
                Vector512<float> d = Vector512.LoadUnsafe(ref lane, 3 * samples);
                Transpose(ref a, ref b, ref c, ref d);
                StoreQuarters(a, ref row, 4 * length);
                StoreQuarters(b, ref Unsafe.Add(ref row, length), 4 * length);
                StoreQuarters(c, ref Unsafe.Add(ref row, 2 * length), 4 * length);
                StoreQuarters(d, ref Unsafe.Add(ref row, 3 * length), 4 * length);
            }
        }
    }

    /// <summary>The same for all samples of one value or two: pairs are the halves of 64-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadPairsVector512(ref float rows, nuint length, ref float lanes)
    {
        nuint lanesOfVector = (nuint)Vector512<float>.Count;
        if (length == 1)
        {
            Vector512.LoadUnsafe(ref rows).StoreUnsafe(ref lanes);
            Vector512.LoadUnsafe(ref rows, lanesOfVector).StoreUnsafe(ref lanes, lanesOfVector);
            return;
        }

        for (nuint sample = 0; sample < 2 * lanesOfVector; sample += lanesOfVector)
        {
            Vector512<ulong> first = Vector512.LoadUnsafe(ref rows, 2 * sample).AsUInt64();
            Vector512<ulong> second = Vector512.LoadUnsafe(ref rows, (2 * sample) + lanesOfVector).AsUInt64();
            Vector512.Narrow(first, second).AsSingle().StoreUnsafe(ref lanes, sample);
            Vector512.Narrow(first >> 32, second >> 32).AsSingle().StoreUnsafe(ref lanes, sample + (2 * lanesOfVector));
        }
    }

    /// <summary>The inverse.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePairsVector512(ref float lanes, nuint length, ref float rows)
    {
        nuint lanesOfVector = (nuint)Vector512<float>.Count;
        if (length == 1)
        {
            Vector512.LoadUnsafe(ref lanes).StoreUnsafe(ref rows);
            Vector512.LoadUnsafe(ref lanes, lanesOfVector).StoreUnsafe(ref rows, lanesOfVector);
            return;
        }

        for (nuint sample = 0; sample < 2 * lanesOfVector; sample += lanesOfVector)
        {
            Vector512<uint> first = Vector512.LoadUnsafe(ref lanes, sample).AsUInt32();
            Vector512<uint> second = Vector512.LoadUnsafe(ref lanes, sample + (2 * lanesOfVector)).AsUInt32();
            Vector512<ulong> lower = Vector512.WidenLower(first) | (Vector512.WidenLower(second) << 32);
            Vector512<ulong> upper = Vector512.WidenUpper(first) | (Vector512.WidenUpper(second) << 32);
            lower.AsSingle().StoreUnsafe(ref rows, 2 * sample);
            upper.AsSingle().StoreUnsafe(ref rows, (2 * sample) + lanesOfVector);
        }
    }

    /// <summary>Transposes the four by four floats in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Transpose(
        ref Vector512<float> a, ref Vector512<float> b, ref Vector512<float> c, ref Vector512<float> d)
    {
        Vector512<double> lowAB = UnpackLow(a, b).AsDouble(), highAB = UnpackHigh(a, b).AsDouble();
        Vector512<double> lowCD = UnpackLow(c, d).AsDouble(), highCD = UnpackHigh(c, d).AsDouble();
        a = UnpackLow(lowAB, lowCD).AsSingle();
        b = UnpackHigh(lowAB, lowCD).AsSingle();
        c = UnpackLow(highAB, highCD).AsSingle();
        d = UnpackHigh(highAB, highCD).AsSingle();
    }
}
