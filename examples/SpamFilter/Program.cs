// Learns to recognise spam from four fifths of 4,601 e-mails, then is asked about the rest.
using System.Diagnostics;
using System.Text;
using Examples;
using NetGen;
using Spectre.Console;
using SpamFilter;

const int Epochs = 100, BatchSize = 64;
Console.OutputEncoding = Encoding.UTF8;

// A fifth is put aside; nothing of the training depends on it.
string path = Path.Combine(AppContext.BaseDirectory, "spambase.csv.gz");
TrainingData<float> mails = CsvFile.ReadNumbers(path, classNames: ["nonspam", "spam"]);
(TrainingData<float> training, TrainingData<float> heldOut) = mails.Split(heldOutPart: 0.2, seed: 4);

// The features are of sizes from 0.1 to 10,000: training wants them alike. Of the epochs the best is kept, by a part of the
// training's e-mails that no step sees.
var standardization = Standardization.Of(training);
int steps = Epochs * training.Count / BatchSize;
AdamW optimizer = new() { LearningRate = 3e-3f, WeightDecay = 0.3f, Schedule = LearningRateSchedule.OneCycle(steps) };
SpamClassifier.Trainer trainer = SpamClassifier.CreateTrainer(optimizer, seed: 4, BatchSize);
trainer.MaxDegreeOfParallelism = 1;
TrainingOptions options = new() { Epochs = Epochs, Seed = 4, ValidationPart = 0.15, Patience = 20 };

long start = Stopwatch.GetTimestamp();
TrainingResult<SpamClassifier> result = TrainingBar.Show(
    progress => trainer.Fit(standardization.Apply(training), options, progress: progress));
Console.WriteLine(
    $"{SpamClassifier.ParameterCount:N0} parameters, {result.EpochsDone} epochs of {training.Count:N0} e-mails, the best was "
        + $"{result.Epoch}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} seconds");

// With the standardisation in its first layer the network takes the features as they come.
SpamClassifier network = standardization.FoldInto(result.Network);
float[] probabilities = new float[heldOut.Count];
network.ForwardBatch(heldOut.Inputs, probabilities);

Table table = new() { Border = TableBorder.Simple };
table.AddColumns("spam from", "right", "precision", "recall");
foreach (float threshold in (float[])[0.5f, 0.9f])
{
    int right = 0, caught = 0, found = 0, spam = 0;
    for (int i = 0; i < probabilities.Length; i++)
    {
        bool isSpam = heldOut.Targets[i] == 1, isFound = probabilities[i] >= threshold;
        right += isSpam == isFound ? 1 : 0;
        caught += isSpam && isFound ? 1 : 0;
        found += isFound ? 1 : 0;
        spam += isSpam ? 1 : 0;
    }

    table.AddRow(
        $"{threshold:P0}",
        $"{right} of {heldOut.Count}, {(double)right / heldOut.Count:P1}",
        $"{caught} of {found}, {(double)caught / found:P1}",
        $"{caught} of {spam}, {(double)caught / spam:P1}");
}

Console.WriteLine("The held-out e-mails (precision: what is found is spam; recall: spam is found):");
AnsiConsole.Write(table);

// What is saved and loaded gives the same answers, bit for bit.
string modelPath = Path.Combine(AppContext.BaseDirectory, "spam.safetensors");
network.Save(modelPath);
float[] answers = new float[heldOut.Count];
SpamClassifier.Load(modelPath).ForwardBatch(heldOut.Inputs, answers);
bool same = answers.AsSpan().SequenceEqual(probabilities);
Console.WriteLine($"{modelPath}, {new FileInfo(modelPath).Length:N0} bytes: loaded, it gives {(same ? "the same" : "other")} answers");
return same ? 0 : 1;
