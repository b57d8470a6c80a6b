using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Tests.Numerics;

/// <summary>Checks that a function gives the same bits at the three widths.</summary>
internal static class SameBits
{
    /// <summary>Checks the floats with every so many bit pattern.</summary>
    public static void CheckAllFloats(VectorFunction function, uint stride)
    {
        float[] x = new float[16];
        for (ulong start = 0; start + (16 * stride) < uint.MaxValue; start += 16 * stride)
        {
            for (uint lane = 0; lane < 16; lane++)
            {
                x[lane] = BitConverter.UInt32BitsToSingle((uint)start + (lane * stride));
            }

            Check(function, x);
        }
    }

    /// <summary>Checks 16 floats.</summary>
    public static void Check(VectorFunction function, ReadOnlySpan<float> x)
    {
        Span<float> wide = stackalloc float[16], middle = stackalloc float[16], narrow = stackalloc float[16];
        function.Wide(Vector512.Create(x)).CopyTo(wide);
        function.Middle(Vector256.Create(x)).CopyTo(middle);
        function.Middle(Vector256.Create(x[8..])).CopyTo(middle[8..]);
        for (int i = 0; i < 16; i += 4)
        {
            function.Narrow(Vector128.Create(x[i..])).CopyTo(narrow[i..]);
        }

        if (MemoryMarshal.AsBytes(wide).SequenceEqual(MemoryMarshal.AsBytes(middle))
            && MemoryMarshal.AsBytes(wide).SequenceEqual(MemoryMarshal.AsBytes(narrow)))
        {
            return;
        }

        for (int i = 0; i < 16; i++)
        {
            Assert.True(
                Bits(wide[i]) == Bits(middle[i]) && Bits(wide[i]) == Bits(narrow[i]),
                $"f({x[i]:R}) is {wide[i]:R}, {middle[i]:R} and {narrow[i]:R}");
        }
    }

    /// <summary>The bits, the same for all NaN: of NaN only that it is NaN is promised.</summary>
    public static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);
}
