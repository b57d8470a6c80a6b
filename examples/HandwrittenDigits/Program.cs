// Learns to read handwritten digits from four fifths of 1,797, then shows which of the rest it gets wrong.
using System.Diagnostics;
using System.Text;
using Examples;
using HandwrittenDigits;
using NetGen;
using Spectre.Console;

const int Epochs = 60, BatchSize = 32;
Console.OutputEncoding = Encoding.UTF8;

// The file has pixels from 0 to 16, then the digit.
TrainingData<int> file = CsvFile.ReadLabels(Path.Combine(AppContext.BaseDirectory, "uci-digits.csv.gz"));
float[] pixels = Array.ConvertAll(file.Inputs.ToArray(), pixel => pixel / 16);
TrainingData<int> digits = new(pixels, file.Targets, DigitClassifier.InputLength);

// A fifth is put aside; nothing of the training depends on it.
(TrainingData<int> training, TrainingData<int> heldOut) = digits.Split(heldOutPart: 0.2, seed: 1);

int steps = Epochs * (training.Count / BatchSize + 1);
AdamW optimizer = new() { LearningRate = 5e-3f, WeightDecay = 0.01f, Schedule = LearningRateSchedule.OneCycle(steps) };
DigitClassifier.Trainer trainer = DigitClassifier.CreateTrainer(optimizer, seed: 1, BatchSize);
trainer.MaxDegreeOfParallelism = 1;

long start = Stopwatch.GetTimestamp();
DigitClassifier network = TrainingBar.Show(
    progress => trainer.Fit(training, new TrainingOptions { Epochs = Epochs, Seed = 1 }, progress: progress)).Network;
Console.WriteLine(
    $"{DigitClassifier.ParameterCount:N0} parameters, {Epochs} epochs of {training.Count:N0} digits: "
        + $"{Stopwatch.GetElapsedTime(start).TotalSeconds:F1} seconds");

List<Panel> mistakes = [];
for (int i = 0; i < heldOut.Count; i++)
{
    ReadOnlySpan<float> digit = heldOut.Inputs.Slice(i * DigitClassifier.InputLength, DigitClassifier.InputLength);
    int read = network.Classify(digit, out float confidence);
    if (read != heldOut.Targets[i])
    {
        mistakes.Add(Drawing.Digit(digit, heldOut.Targets[i], read, confidence));
    }
}

int right = heldOut.Count - mistakes.Count;
Console.WriteLine($"{right} of {heldOut.Count} held-out digits are read right, {(double)right / heldOut.Count:P1}; the others:");
AnsiConsole.Write(new Columns(mistakes) { Expand = false });
