namespace NetGen.Tests.Training;

/// <summary>Learning-rate schedules against the formulas of PyTorch's, in float64.</summary>
public sealed class LearningRateTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void WithoutAScheduleTheRateStays()
    {
        Assert.Equal(0.5f, new Sgd { LearningRate = 0.5f }.LearningRateAt(1));
        Assert.Equal(0.5f, new Sgd { LearningRate = 0.5f, Schedule = LearningRateSchedule.Constant }.LearningRateAt(1_000_000));
    }

    [Fact]
    public void CosineWarmsUpAlongALineAndFallsAlongTheCosine()
    {
        LearningRateSchedule schedule = LearningRateSchedule.Cosine(warmupSteps: 5, steps: 105, lastFactor: 0.25f);
        for (int step = 0; step < 5; step++)
        {
            Assert.Equal((step + 1) / 5.0, schedule.Factor(step), Tolerance);
        }

        for (int step = 5; step < 105; step++)
        {
            double expected = 0.25 + (0.75 * 0.5 * (1 + Math.Cos(Math.PI * (step - 5) / 100)));
            Assert.Equal(expected, schedule.Factor(step), Tolerance);
        }

        Assert.Equal(0.25, schedule.Factor(105));
        Assert.Equal(0.25, schedule.Factor(long.MaxValue));
        Assert.Equal(1, LearningRateSchedule.Cosine(0, 10).Factor(0));
    }

    [Fact]
    public void OneCycleIsPyTorchs()
    {
        const int steps = 50;
        LearningRateSchedule schedule = LearningRateSchedule.OneCycle(steps);
        double top = (0.3f * (double)steps) - 1, first = 1 / 25.0, last = first / 10_000;
        for (int step = 0; step < steps; step++)
        {
            double expected = step <= top
                ? 1 + ((first - 1) / 2 * (1 + Math.Cos(Math.PI * step / top)))
                : last + ((1 - last) / 2 * (1 + Math.Cos(Math.PI * (step - top) / (steps - 1 - top))));
            Assert.Equal(expected, schedule.Factor(step), Tolerance);
        }

        Assert.Equal(last, schedule.Factor(steps), Tolerance);
    }

    [Fact]
    public void OneCycleWithoutAWayUpOrDownIsFinite()
    {
        Assert.Equal(1, LearningRateSchedule.OneCycle(10, warmupPart: 0).Factor(0), 0.1);
        Assert.Equal(1, LearningRateSchedule.OneCycle(10, warmupPart: 1).Factor(9), Tolerance);
        Assert.All(Enumerable.Range(0, 12), step => Assert.InRange(LearningRateSchedule.OneCycle(10, 0.1f).Factor(step), 0, 1));
    }

    [Fact]
    public void StepsMultiplyEachTime()
    {
        LearningRateSchedule schedule = LearningRateSchedule.Steps(every: 3, factor: 0.5f);
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.5, 0.25], Enumerable.Range(0, 7).Select(step => schedule.Factor(step)));
    }

    [Fact]
    public void WrongNumbersAreNamed()
    {
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => LearningRateSchedule.Cosine(10, 10));
        Assert.Throws<ArgumentOutOfRangeException>("warmupSteps", () => LearningRateSchedule.Cosine(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>("lastFactor", () => LearningRateSchedule.Cosine(1, 10, 2));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => LearningRateSchedule.OneCycle(1));
        Assert.Throws<ArgumentOutOfRangeException>("every", () => LearningRateSchedule.Steps(0, 0.5f));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => LearningRateSchedule.Constant.Factor(-1));
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => new Sgd { LearningRate = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => new AdamW { LearningRate = float.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("MaxGradientNorm", () => new Adam { MaxGradientNorm = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Momentum", () => new Sgd { Momentum = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Beta1", () => new Adam { Beta1 = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Beta2", () => new AdamW { Beta2 = -0.1f });
        Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => new Adam { Epsilon = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("WeightDecay", () => new AdamW { WeightDecay = float.PositiveInfinity });
    }
}
