using NetGen.CompilerServices;

namespace NetGen;

/// <summary>The orders in which samples are taken: the same on every machine.</summary>
internal static class Shuffling
{
    /// <summary>The order of the samples in one epoch, from the seed and the epoch alone, so that it can be made again.</summary>
    /// <param name="order">Receives each number from 0 to below its length, once.</param>
    /// <param name="seed">The seed of the training.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    public static void ShuffleEpoch(Span<int> order, int seed, int epoch)
    {
        // Each epoch has a seed of its own, drawn from the training's.
        var seeds = new RandomSource(seed);
        seeds.Skip(epoch - 1);
        Shuffle(order, new((int)seeds.NextBits()));
    }

    /// <summary>
    /// All orders alike probable: the shuffle of Fisher and Yates (Durstenfeld, "Algorithm 235: Random permutation", 1964).
    /// </summary>
    /// <param name="order">Receives each number from 0 to below its length, once.</param>
    /// <param name="random">Where the random numbers come from.</param>
    public static void Shuffle(Span<int> order, RandomSource random)
    {
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        for (int i = order.Length - 1; i > 0; i--)
        {
            // From 0 to i, each as probable as the others but for one part in 2^32 at most.
            int other = (int)Math.BigMul(random.NextBits(), (ulong)i + 1, out _);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
