using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Benchmarks;

/// <summary>
/// So many multiply-adds as fast as the core starts them: twelve independent accumulators (eight hide the latency), all
/// operands in registers.
/// </summary>
internal sealed class FmaPeak(int bits, long multiplyAdds) : IContestant
{
    private const int Accumulators = 12;

    // Keeps the compiler from leaving the work out.
    private float _sum;

    public string Name => $"{bits}-bit FMA peak";

    /// <summary>The bits of the vectors in use that have an instruction for it, widest first.</summary>
    public static IEnumerable<int> Widths => Vector512.IsHardwareAccelerated ? [512, 256] : Fma.IsSupported ? [256] : [];

    public void Run(int calls)
    {
        long iterations = multiplyAdds * calls / (Accumulators * (bits / 32));
        _sum += bits == 512 ? Run512(iterations) : Run256(iterations);
    }

    // x <- x / 2 + 1/2 goes to 1 and stays there.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Run512(long iterations)
    {
        Vector512<float> h = Vector512.Create(0.5f);
        Vector512<float> a0 = h, a1 = h, a2 = h, a3 = h, a4 = h, a5 = h, a6 = h, a7 = h, a8 = h, a9 = h, a10 = h, a11 = h;
        for (long i = 0; i < iterations; i++)
        {
            a0 = Vector512.FusedMultiplyAdd(a0, h, h);
            a1 = Vector512.FusedMultiplyAdd(a1, h, h);
            a2 = Vector512.FusedMultiplyAdd(a2, h, h);
            a3 = Vector512.FusedMultiplyAdd(a3, h, h);
            a4 = Vector512.FusedMultiplyAdd(a4, h, h);
            a5 = Vector512.FusedMultiplyAdd(a5, h, h);
            a6 = Vector512.FusedMultiplyAdd(a6, h, h);
            a7 = Vector512.FusedMultiplyAdd(a7, h, h);
            a8 = Vector512.FusedMultiplyAdd(a8, h, h);
            a9 = Vector512.FusedMultiplyAdd(a9, h, h);
            a10 = Vector512.FusedMultiplyAdd(a10, h, h);
            a11 = Vector512.FusedMultiplyAdd(a11, h, h);
        }

        return Vector512.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float Run256(long iterations)
    {
        Vector256<float> h = Vector256.Create(0.5f);
        Vector256<float> a0 = h, a1 = h, a2 = h, a3 = h, a4 = h, a5 = h, a6 = h, a7 = h, a8 = h, a9 = h, a10 = h, a11 = h;
        for (long i = 0; i < iterations; i++)
        {
            a0 = Vector256.FusedMultiplyAdd(a0, h, h);
            a1 = Vector256.FusedMultiplyAdd(a1, h, h);
            a2 = Vector256.FusedMultiplyAdd(a2, h, h);
            a3 = Vector256.FusedMultiplyAdd(a3, h, h);
            a4 = Vector256.FusedMultiplyAdd(a4, h, h);
            a5 = Vector256.FusedMultiplyAdd(a5, h, h);
            a6 = Vector256.FusedMultiplyAdd(a6, h, h);
            a7 = Vector256.FusedMultiplyAdd(a7, h, h);
            a8 = Vector256.FusedMultiplyAdd(a8, h, h);
            a9 = Vector256.FusedMultiplyAdd(a9, h, h);
            a10 = Vector256.FusedMultiplyAdd(a10, h, h);
            a11 = Vector256.FusedMultiplyAdd(a11, h, h);
        }

        return Vector256.Sum(a0 + a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10 + a11);
    }
}
