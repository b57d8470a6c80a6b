using System.Diagnostics;
using Examples;
using NetGen;

namespace FashionMnist;

/// <summary>Trains the network anew.</summary>
internal static class Training
{
    private const int Epochs = 30;
    private const int BatchSize = 128;

    /// <summary>Trains with the training images in a folder and reports how many of the test images are then right.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <param name="file">Where the weights are written; null for nowhere.</param>
    public static void Run(string folder, string? file)
    {
        LabelledImages images = LabelledImages.Load(folder, "train-");
        LabelledImages test = LabelledImages.Load(AppContext.BaseDirectory);
        int steps = Epochs * images.Count / BatchSize;
        AdamW optimizer = new() { LearningRate = 2e-3f, WeightDecay = 0.1f, Schedule = LearningRateSchedule.OneCycle(steps) };
        FashionClassifier.Trainer trainer = FashionClassifier.CreateTrainer(optimizer, seed: 1, BatchSize);

        // The best epoch is chosen by a twelfth of the training images that no step sees: the test images are for the end.
        TrainingOptions options = new() { Epochs = Epochs, Seed = 1, ValidationPart = 1 / 12.0 };
        long start = Stopwatch.GetTimestamp();
        TrainingResult<FashionClassifier> result = TrainingBar.Show(
            progress => trainer.Fit(images.Data, options, progress: progress));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(
            $"{FashionClassifier.ParameterCount:N0} parameters, {Epochs} epochs of {images.Count:N0} images, the best was "
                + $"{result.Epoch}: {seconds:F1} seconds");

        int right = 0;
        for (int i = 0; i < test.Count; i++)
        {
            right += result.Network.Classify(test[i]) == test.Labels[i] ? 1 : 0;
        }

        Console.WriteLine($"{test.Name}: {right:N0} of {test.Count:N0} are classified right, {(double)right / test.Count:P2}");
        if (file is not null)
        {
            result.Network.Save(file);
            Console.WriteLine($"{file}: {new FileInfo(file).Length:N0} bytes");
        }
    }
}
