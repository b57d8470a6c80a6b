using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class LanesTests
{
    private static readonly float[] _lanes = [.. Enumerable.Range(1, 16).Select(i => MathF.Pow(i, 7.3f))];

    [Fact]
    public void SumsAreOneTree()
    {
        float[] sums = [.. _lanes];
        for (int half = 8; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                sums[lane] += sums[lane + half];
            }
        }

        ReadOnlySpan<float> x = _lanes;
        Assert.Equal(sums[0], VectorMath.SumLanes(Vector512.Create(x)));
        Assert.Equal(sums[0], VectorMath.SumLanes(Vector256.Create(x), Vector256.Create(x[8..])));
        Assert.Equal(
            sums[0],
            VectorMath.SumLanes(
                Vector128.Create(x), Vector128.Create(x[4..]), Vector128.Create(x[8..]), Vector128.Create(x[12..])));
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
}
