using NetGen.CompilerServices;

namespace NetGen.Tests.Training;

public class ShufflingTests
{
    [Fact]
    public void EachOrderIsAsProbable()
    {
        // 24 orders of four; 240,000 draws give each 10,000, with a standard error of 98. Five of those are allowed.
        var counts = new Dictionary<string, int>();
        var seeds = new RandomSource(3);
        int[] order = new int[4];
        for (int i = 0; i < 240_000; i++)
        {
            Shuffling.Shuffle(order, new((int)seeds.NextBits()));
            string key = string.Concat(order);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 9_510, 10_490));
    }

    [Fact]
    public void EachEpochHasAnOrderOfItsOwn()
    {
        string[] orders =
        [
            .. from seed in Enumerable.Range(0, 20)
               from epoch in Enumerable.Range(1, 20)
               select string.Join(' ', Order(seed, epoch)),
        ];

        Assert.Distinct(orders);
    }

    [Fact]
    public void TheOrderIsTheSameOnEveryMachine() =>
        // Computed apart from this code, in Python.
        Assert.Equal([15, 9, 19, 13, 0, 3, 1, 12, 17, 7, 11, 10, 8, 14, 6, 4, 16, 5, 18, 2], Order(seed: 7, epoch: 3));

    private static int[] Order(int seed, int epoch)
    {
        int[] order = new int[20];
        Shuffling.ShuffleEpoch(order, seed, epoch);
        return order;
    }
}
