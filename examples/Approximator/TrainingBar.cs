using NetGen;
using Spectre.Console;

namespace Approximator;

/// <summary>One progress bar for many trainings.</summary>
internal sealed class TrainingBar : IProgress<TrainingProgress>
{
    // An epoch takes less than a tenth of a millisecond.
    private const int EpochsAMove = 100;

    private readonly ProgressTask _task;

    private TrainingBar(ProgressTask task) => _task = task;

    /// <summary>Shows the bar while networks are trained.</summary>
    /// <param name="trainings">How many trainings there will be.</param>
    /// <param name="train">Trains them, and reports to the bar.</param>
    public static T Show<T>(int trainings, Func<TrainingBar, T> train) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => train(new TrainingBar(context.AddTask("training", maxValue: (double)trainings * Candidate.Epochs))));

    /// <summary>Says which network is trained next.</summary>
    public void Describe(string text) => _task.Description = text;

    public void Report(TrainingProgress value)
    {
        if (value.Step == value.StepsPerEpoch && value.Epoch % EpochsAMove == 0)
        {
            _task.Increment(EpochsAMove);
        }
    }
}
