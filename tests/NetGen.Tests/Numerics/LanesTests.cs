using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class LanesTests
{
    private static readonly float[] _lanes = [.. Enumerable.Range(1, 16).Select(i => MathF.Pow(i, 7.3f))];

    [Fact]
    public void SumsAreOneTree()
    {
        var random = new Random(6);
        for (int repeat = 0; repeat < 100; repeat++)
        {
            float[] lanes = [.. Enumerable.Range(0, 16).Select(_ => random.NextSingle() - 0.5f)];
            float[] sums = [.. lanes];
            for (int count = 8; count > 0; count /= 2)
            {
                for (int lane = 0; lane < count; lane++)
                {
                    sums[lane] += sums[lane + count];
                }

                Assert.All(Folded(lanes, count), found => Assert.Equal(sums[..count], found));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void RepeatedValuesFillTheirLanes(int times)
    {
        float[] expected = [.. _lanes.Skip(3).SelectMany(x => Enumerable.Repeat(x, times)).Take(16)];
        float[] found = new float[16];
        VectorMath.Repeat512(ref _lanes[0], 3, times).CopyTo(found);
        Assert.Equal(expected, found);
        if (times < 8)
        {
            VectorMath.Repeat256(ref _lanes[0], 3, times).CopyTo(found);
            Assert.Equal(expected[..8], found[..8]);
        }

        if (times == 2)
        {
            VectorMath.Repeat128(ref _lanes[0], 3).CopyTo(found);
            Assert.Equal(expected[..4], found[..4]);
        }
    }

    [Fact]
    public void StoreWritesTheFirstLanesOnly()
    {
        for (int count = 1; count <= 16; count++)
        {
            AssertStored(count, target => VectorMath.Store(Vector512.Create(_lanes), ref target[4], count));
            if (count <= 8)
            {
                AssertStored(count, target => VectorMath.Store(Vector256.Create(_lanes), ref target[4], count));
            }

            if (count <= 4)
            {
                AssertStored(count, target => VectorMath.Store(Vector128.Create(_lanes), ref target[4], count));
            }
        }
    }

    [Fact]
    public void ClearFirstClears()
    {
        for (int count = 0; count <= 16; count++)
        {
            float[] found = new float[16];
            VectorMath.ClearFirst(Vector512.Create(_lanes), count).CopyTo(found);
            Assert.Equal([.. new float[count], .. _lanes[count..]], found);
        }
    }

    [Theory]
    [InlineData(new[] { 3f }, 0)]
    [InlineData(new[] { 1f, 5f, 5f, 2f }, 1)]
    [InlineData(new[] { 1f, float.NaN, 9f, float.NaN }, 1)]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity }, 0)]
    public void IndexOfMaxIsTheLowest(float[] values, int expected) =>
        Assert.Equal(expected, VectorMath.IndexOfMax(values));

    private static void AssertStored(int count, Action<float[]> store)
    {
        float[] target = [.. Enumerable.Repeat(-1f, 24)];
        store(target);
        Assert.Equal([-1f, -1f, -1f, -1f, .. _lanes[..count], .. Enumerable.Repeat(-1f, 20 - count)], target);
    }

    private static IEnumerable<float[]> Folded(float[] lanes, int count)
    {
        Vector512<float> x = Vector512.Create(lanes);
        (Vector256<float> y0, Vector256<float> y1) = (x.GetLower(), x.GetUpper());
        (Vector128<float> z0, Vector128<float> z1, Vector128<float> z2, Vector128<float> z3) =
            (y0.GetLower(), y0.GetUpper(), y1.GetLower(), y1.GetUpper());
        float[] found = new float[8];
        if (count == 8)
        {
            VectorMath.FoldTo8(x).CopyTo(found);
            yield return found;
            VectorMath.FoldTo8(y0, y1).CopyTo(found);
            yield return found;
            yield break;
        }

        Vector128<float>[] sums = count switch
        {
            4 => [VectorMath.FoldTo4(x), VectorMath.FoldTo4(y0, y1), VectorMath.FoldTo4(z0, z1, z2, z3)],
            2 => [VectorMath.FoldTo2(x), VectorMath.FoldTo2(y0, y1), VectorMath.FoldTo2(z0, z1, z2, z3)],
            _ => [VectorMath.FoldTo1(x), VectorMath.FoldTo1(y0, y1), VectorMath.FoldTo1(z0, z1, z2, z3)],
        };
        foreach (Vector128<float> sum in sums)
        {
            sum.CopyTo(found);
            yield return found[..count];
        }
    }
}
