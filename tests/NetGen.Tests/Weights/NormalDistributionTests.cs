using NetGen.CompilerServices;

namespace NetGen.Tests.Weights;

public class NormalDistributionTests
{
    // The first three as Wichura's paper gives them for checking; the others computed with 40 digits.
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167814)]
    [InlineData(1e-20, -9.262340089798408)]
    [InlineData(0.4, -0.2533471031357997)]
    [InlineData(0.6, 0.2533471031357997)]
    [InlineData(0.075, -1.439531470938456)]
    [InlineData(0.0749, -1.4402382675279637)]
    [InlineData(0.926, 1.4466320671589787)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(1E-10, -6.361340902404057)]
    [InlineData(1.5E-11, -6.646570887477113)]
    [InlineData(1.3E-11, -6.667611456510741)]
    [InlineData(1.1102230246251565E-16, -8.209536151601387)]
    public void QuantilesAreExactTo15Digits(double share, double expected) =>
        Assert.InRange(
            NormalDistribution.Quantile(share),
            expected - (1e-15 * Math.Abs(expected)),
            expected + (1e-15 * Math.Abs(expected)));

    [Fact]
    public void TheMiddleIsZero() => Assert.Equal(0, NormalDistribution.Quantile(0.5));

    [Fact]
    public void TheTwoSidesAreAlike()
    {
        // For shares whose difference to 1 is exact.
        for (int i = 1; i < 4096; i++)
        {
            Assert.Equal(-NormalDistribution.Quantile(i / 8192.0), NormalDistribution.Quantile((8192 - i) / 8192.0));
        }
    }

    [Fact]
    public void LogarithmsAreWithin2Ulp()
    {
        var random = new RandomSource(3);
        for (int i = 0; i < 100_000; i++)
        {
            // All magnitudes that a share can have, and around 1, where the logarithm is near zero.
            double x = random.NextUniform() * Math.ScaleB(1, -(i % 60));
            x = i % 2 == 0 ? x : 1 - x;
            double expected = Math.Log(x);
            if (x < 1)
            {
                Assert.InRange(
                    NormalDistribution.Log(x),
                    expected - (2 * (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected))),
                    expected + (2 * (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected))));
            }
        }
    }
}
