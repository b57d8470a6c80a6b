using NetGen;
using Spectre.Console;

namespace Examples;

/// <summary>A progress bar for <see cref="TrainerExtensions.Fit"/>.</summary>
internal sealed class TrainingBar : IProgress<TrainingProgress>
{
    private readonly ProgressTask _task;

    private TrainingBar(ProgressTask task) => _task = task;

    /// <summary>Shows the bar while a network is trained.</summary>
    /// <typeparam name="TResult">What the training gives.</typeparam>
    /// <param name="train">Trains, and reports to the bar.</param>
    public static TResult Show<TResult>(Func<IProgress<TrainingProgress>, TResult> train) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .Start(context => train(new TrainingBar(context.AddTask("training"))));

    /// <summary>Moves the bar at the end of an epoch; a step may take a microsecond only.</summary>
    public void Report(TrainingProgress value)
    {
        if (value.Step < value.StepsPerEpoch)
        {
            return;
        }

        string validation = value.Validation is Evaluation evaluation ? $", validation loss {evaluation.Loss:F4}" : "";
        _task.Description = $"epoch {value.Epoch} of {value.Epochs}, loss {value.TrainingLoss:F4}{validation}";
        _task.MaxValue = value.Epochs;
        _task.Value = value.Epoch;
    }
}
