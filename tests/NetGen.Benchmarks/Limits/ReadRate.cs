using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks;

/// <summary>
/// Reads memory in a plain loop that sums vectors: no network that reads its parameters once a sample can be faster. Where
/// the operating system placed the memory decides how much of it stays in the second-level cache, so the parameters are
/// read where the network has them.
/// </summary>
internal sealed class ReadRate(string name, ReadOnlyMemory<float> memory) : IContestant
{
    // Eight vectors of 512 bits an iteration.
    private readonly int _length = memory.Length / 128 * 128;

    // Keeps the compiler from leaving the work out.
    private float _sum;

    public string Name => name;

    public long Bytes => (long)_length * sizeof(float);

    /// <summary>Reads the parameters of a network, as many bytes as they have without what the kernels pad them with.</summary>
    public static ReadRate OfParameters(NetworkRunner network) =>
        new("reading the parameters", network.Packed[..(int)(network.ParameterBytes / sizeof(float))]);

    public void Run(int calls)
    {
        ref float first = ref MemoryMarshal.GetReference(memory.Span);
        for (int i = 0; i < calls; i++)
        {
            _sum += Vector512.IsHardwareAccelerated ? Sum512(ref first, (nuint)_length) : Sum256(ref first, (nuint)_length);
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
