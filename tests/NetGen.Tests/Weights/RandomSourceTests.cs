using NetGen.CompilerServices;

namespace NetGen.Tests.Weights;

public class RandomSourceTests
{
    private const int Draws = 1_000_000;

    [Fact]
    public void TheBitsAreThoseOfTheReferenceImplementation()
    {
        // The outputs of Vigna's splitmix64.c (https://prng.di.unimi.it) for the seeds 1234567 and 0.
        var random = new RandomSource(1234567);
        Assert.Equal(6457827717110365317UL, random.NextBits());
        Assert.Equal(3203168211198807973UL, random.NextBits());
        Assert.Equal(9817491932198370423UL, random.NextBits());
        Assert.Equal(4593380528125082431UL, random.NextBits());
        Assert.Equal(16408922859458223821UL, random.NextBits());

        random = new RandomSource(0);
        Assert.Equal(0xE220A8397B1DCDAFUL, random.NextBits());
    }

    [Fact]
    public void SeedsGiveDifferentNumbers()
    {
        int[] seeds = [.. Enumerable.Range(-500, 1000), int.MinValue, int.MaxValue];
        Assert.Distinct(seeds.Select(seed => new RandomSource(seed).NextBits()));
    }

    [Fact]
    public void UniformNumbersAreEven()
    {
        var random = new RandomSource(1);
        double sum = 0;
        double squares = 0;
        var counts = new int[100];
        for (int i = 0; i < Draws; i++)
        {
            double u = random.NextUniform();
            Assert.True(u is > 0 and < 1);
            sum += u;
            squares += (u - 0.5) * (u - 0.5);
            counts[(int)(u * counts.Length)]++;
        }

        // Five standard errors each; chi-square has 99 degrees of freedom, standard deviation 14.1.
        Assert.InRange(sum / Draws, 0.5 - 0.00145, 0.5 + 0.00145);
        Assert.InRange(squares / Draws, (1 / 12.0) - 0.00038, (1 / 12.0) + 0.00038);
        double expected = Draws / (double)counts.Length;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 99 - 70, 99 + 70);
    }

    [Fact]
    public void NormalNumbersHaveTheMomentsAndTailsOfTheNormalDistribution()
    {
        var random = new RandomSource(2);
        double[] z = [.. Enumerable.Range(0, Draws).Select(_ => random.NextNormal())];

        // Five standard errors each: of x 0.001, x² sqrt(2)/1000, x³ sqrt(15)/1000, x⁴ sqrt(96)/1000.
        Assert.InRange(z.Average(), -0.005, 0.005);
        Assert.InRange(z.Average(x => x * x), 1 - 0.0071, 1 + 0.0071);
        Assert.InRange(z.Average(x => x * x * x), -0.0194, 0.0194);
        Assert.InRange(z.Average(x => x * x * x * x), 3 - 0.049, 3 + 0.049);

        // The shares beyond 1, 2, 3 and 4 standard deviations on either side, within five standard errors.
        double[] shares = [0.31731050786291415, 0.04550026389635842, 0.0026997960632601866, 6.334248366623993e-05];
        for (int k = 1; k <= shares.Length; k++)
        {
            double share = shares[k - 1] / 2;
            double error = 5 * Math.Sqrt(share / Draws);
            Assert.InRange(z.Count(x => x > k) / (double)Draws, share - error, share + error);
            Assert.InRange(z.Count(x => x < -k) / (double)Draws, share - error, share + error);
        }

        // Neighbours have nothing to do with each other.
        Assert.InRange(z.Zip(z.Skip(1), (a, b) => a * b).Average(), -0.005, 0.005);
    }
}
