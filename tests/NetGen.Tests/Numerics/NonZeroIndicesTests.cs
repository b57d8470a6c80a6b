using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The indices of the inputs that are not zero.</summary>
public class NonZeroIndicesTests
{
    private const int Unwritten = -7;
    private const int Start = 3;

    private delegate nuint NonZeroIndices(ref float values, int count, int first, int step, ref float indices, nuint start, bool takesAll);

    [Fact]
    public void WhatIsNotZeroIsCollectedInOrder()
    {
        Random random = new(8);
        float[] others = [1, -1, float.Epsilon, -float.Epsilon, float.NaN, -float.NaN, float.NegativeInfinity, float.MaxValue];
        NonZeroIndices[] widths =
            [VectorMath.NonZeroIndicesVector512, VectorMath.NonZeroIndicesVector256, VectorMath.NonZeroIndicesVector128];
        for (int count = 1; count <= 100; count++)
        {
            foreach (double zeros in (double[])[0, 0.1, 0.8, 1])
            {
                // Behind the values stand others that are not to be read.
                float[] values = [.. Enumerable.Range(0, count + 70).Select(i =>
                    i >= count || random.NextDouble() >= zeros ? others[random.Next(others.Length)] : random.Next(2) == 0 ? 0 : -0f)];
                foreach (int step in (int[])[1, 2, 4, 8])
                {
                    int first = random.Next(step);
                    bool takesAll = random.Next(4) == 0;
                    int[] expected = [.. Enumerable.Range(0, count).Where(i => (takesAll || values[i] != 0) && i % step == first)];
                    Assert.All(widths, width =>
                    {
                        int[] indices = [.. Enumerable.Repeat(Unwritten, Start + count + 1)];
                        ref float memory = ref MemoryMarshal.Cast<int, float>(indices.AsSpan())[0];
                        int end = (int)width(ref values[0], count, first, step, ref memory, Start, takesAll);
                        Assert.Equal(expected, indices[Start..end]);
                        Assert.All(indices[..Start].Concat(indices[end..]), place => Assert.Equal(Unwritten, place));
                        for (int i = 0; i < expected.Length; i++)
                        {
                            Assert.Equal((nuint)expected[i], VectorMath.IndexAt(in memory, (nuint)(Start + i)));
                        }
                    });
                }
            }
        }
    }
}
