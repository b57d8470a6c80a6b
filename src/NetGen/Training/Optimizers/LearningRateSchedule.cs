namespace NetGen;

/// <summary>How the learning rate changes from step to step: a factor of the optimiser's. The same bits on every machine.</summary>
public sealed class LearningRateSchedule
{
    private readonly Func<long, double> _factor;

    private LearningRateSchedule(Func<long, double> factor) => _factor = factor;

    /// <summary>The factor 1 for all steps.</summary>
    public static LearningRateSchedule Constant { get; } = new(_ => 1);

    /// <summary>
    /// Up to 1 along a line, then down to the last factor along half a cosine, where it stays. Loshchilov and Hutter, "SGDR:
    /// Stochastic Gradient Descent with Warm Restarts", 2017, without restarts.
    /// </summary>
    /// <param name="warmupSteps">The steps on the way up, the last of which has the factor 1; 0 or more.</param>
    /// <param name="steps">All steps, those on the way up included.</param>
    /// <param name="lastFactor">The factor at the end, from 0 to 1.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule Cosine(long warmupSteps, long steps, float lastFactor = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(warmupSteps);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(steps, warmupSteps);
        Check.To1(lastFactor, nameof(lastFactor));
        return new(step => step < warmupSteps
            ? (step + 1.0) / warmupSteps
            : Anneal(1, lastFactor, (double)(step - warmupSteps) / (steps - warmupSteps)));
    }

    /// <summary>
    /// Up to 1 and down to almost 0, each along half a cosine, as <c>torch.optim.lr_scheduler.OneCycleLR</c> has it. Smith and
    /// Topin, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates", 2018.
    /// </summary>
    /// <param name="steps">All steps; 2 or more.</param>
    /// <param name="warmupPart">The part of them on the way up, from 0 to 1.</param>
    /// <param name="firstDivisor">The first factor is 1 over this.</param>
    /// <param name="lastDivisor">The last factor is the first over this.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule OneCycle(
        long steps, float warmupPart = 0.3f, float firstDivisor = 25, float lastDivisor = 10_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        Check.To1(warmupPart, nameof(warmupPart));
        Check.Positive(firstDivisor, nameof(firstDivisor));
        Check.Positive(lastDivisor, nameof(lastDivisor));
        double first = 1.0 / firstDivisor, last = first / lastDivisor, top = (warmupPart * (double)steps) - 1;
        return new(step => step <= top ? Anneal(first, 1, step / top) : Anneal(1, last, (step - top) / (steps - 1 - top)));
    }

    /// <summary>Multiplied by a factor each time so many steps are done.</summary>
    /// <param name="every">The steps with the same learning rate; 1 or more.</param>
    /// <param name="factor">What it is multiplied by then, from 0 to 1.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule Steps(long every, float factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(every);
        Check.To1(factor, nameof(factor));
        return new(step => Arithmetic.Power(factor, step / every));
    }

    /// <summary>The factor of a step.</summary>
    /// <param name="step">The steps done before, from 0; those beyond the schedule's end have its last factor.</param>
    /// <returns>What the learning rate is multiplied by.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double Factor(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return _factor(step);
    }

    /// <summary>From one value to another along half a cosine; both hold beyond its ends.</summary>
    private static double Anneal(double from, double to, double part) =>
        part >= 1 ? to : to + ((from - to) / 2 * (1 + Arithmetic.CosineOfPi(Math.Max(0, part))));
}
