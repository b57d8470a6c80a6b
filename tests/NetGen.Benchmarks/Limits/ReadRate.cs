using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks;

/// <summary>
/// Reads so many bytes in a plain loop that sums vectors: no network that reads its parameters once a sample can be
/// faster. The memory is of the kind that networks keep their parameters in.
/// </summary>
internal sealed class ReadRate : IContestant
{
    private readonly float[] _memory;
    private readonly int _start;
    private readonly nuint _length;

    // Keeps the compiler from leaving the work out.
    private float _sum;

    public ReadRate(long bytes)
    {
        // Eight vectors of 512 bits an iteration.
        _length = (nuint)(bytes / sizeof(float) / 128 * 128);
        _memory = AlignedMemory.Allocate((int)_length, out _start);
    }

    public string Name => "reading the parameters";

    public long Bytes => (long)_length * sizeof(float);

    public void Run(int calls)
    {
        ref float memory = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_memory), _start);
        for (int i = 0; i < calls; i++)
        {
            _sum += Vector512.IsHardwareAccelerated ? Sum512(ref memory, _length) : Sum256(ref memory, _length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Sum512(ref float memory, nuint length)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> a4 = default, a5 = default, a6 = default, a7 = default;
        for (nuint i = 0; i < length; i += 128)
        {
            a0 += Vector512.LoadUnsafe(ref memory, i);
            a1 += Vector512.LoadUnsafe(ref memory, i + 16);
            a2 += Vector512.LoadUnsafe(ref memory, i + 32);
            a3 += Vector512.LoadUnsafe(ref memory, i + 48);
            a4 += Vector512.LoadUnsafe(ref memory, i + 64);
            a5 += Vector512.LoadUnsafe(ref memory, i + 80);
            a6 += Vector512.LoadUnsafe(ref memory, i + 96);
            a7 += Vector512.LoadUnsafe(ref memory, i + 112);
        }

        return Vector512.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Sum256(ref float memory, nuint length)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector256<float> a4 = default, a5 = default, a6 = default, a7 = default;
        for (nuint i = 0; i < length; i += 64)
        {
            a0 += Vector256.LoadUnsafe(ref memory, i);
            a1 += Vector256.LoadUnsafe(ref memory, i + 8);
            a2 += Vector256.LoadUnsafe(ref memory, i + 16);
            a3 += Vector256.LoadUnsafe(ref memory, i + 24);
            a4 += Vector256.LoadUnsafe(ref memory, i + 32);
            a5 += Vector256.LoadUnsafe(ref memory, i + 40);
            a6 += Vector256.LoadUnsafe(ref memory, i + 48);
            a7 += Vector256.LoadUnsafe(ref memory, i + 56);
        }

        return Vector256.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7);
    }
}
