namespace Approximator;

/// <summary>What a candidate's trainings gave, ordered by their root-mean-square errors.</summary>
internal sealed record Result(Candidate Candidate, Fit Best, Fit Median, Fit Worst)
{
    /// <summary>The trainings of each candidate, which differ in the seed alone.</summary>
    public const int Seeds = 3;

    public static Result Of(Candidate candidate, TrainingBar bar)
    {
        bar.Describe($"units {candidate.Shape}");
        Fit[] fits = new Fit[Seeds];
        for (int i = 0; i < Seeds; i++)
        {
            fits[i] = candidate.Train(i + 1, bar);
        }

        Array.Sort(fits, (a, b) => a.RootMeanSquareError.CompareTo(b.RootMeanSquareError));
        return new Result(candidate, fits[0], fits[Seeds / 2], fits[^1]);
    }
}
