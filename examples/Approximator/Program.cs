// The universal approximation theorem made visible: ever wider and deeper networks are trained on one wavy curve.
using System.Diagnostics;
using System.Text;
using Approximator;
using Spectre.Console;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(
        """
        Usage: Approximator [FOLDER]

        Trains networks on one wavy curve, first with ever more units in one hidden layer, then with more hidden layers and as
        many parameters; prints how far each is from the curve, and draws it as PNG files in FOLDER. Without it: in plots.
        """);
    return 0;
}

if (args.Length > 1 || args is ["" or ['-', ..]])
{
    return Fail($"expected one folder at most, found {string.Join(' ', args.Select(arg => $"'{arg}'"))}; --help says more");
}

// Before the training, since that takes a while.
string folder = args is [string name] ? name : "plots";
try
{
    Directory.CreateDirectory(folder);
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    return Fail(e.Message);
}

Console.OutputEncoding = Encoding.UTF8;

long start = Stopwatch.GetTimestamp();
Candidate[] candidates = [.. Candidates.Widths, .. Candidates.Depths];
Result[] results = TrainingBar.Show(
    candidates.Length * Result.Seeds, bar => Array.ConvertAll(candidates, candidate => Result.Of(candidate, bar)));
TimeSpan time = Stopwatch.GetElapsedTime(start);

Result[] widths = results[..Candidates.Widths.Count];

// The widest networks of one layer are those that deeper ones have as many parameters as.
Result[] references = widths[^Candidates.ReferenceCount..];
ILookup<int, Result> depths = references.Concat(results[widths.Length..]).ToLookup(result => result.Candidate.HiddenLayers.Count);
Console.WriteLine($"One hidden layer on {Curve.Formula}:");
AnsiConsole.Write(Tables.Of(widths));
Console.WriteLine("One to four hidden layers with about as many parameters:");
AnsiConsole.Write(Tables.Of(references.SelectMany((_, i) => depths.Select(depth => depth.ElementAt(i)))));
Console.WriteLine(
    $"RMS error is the root-mean-square error at {Curve.Inputs.Length:N0} points: the median of {Result.Seeds} trainings that differ in "
        + "the seed, then their least and greatest; largest is the largest error at a point, in the median's training. "
        + $"{results.Length * Result.Seeds} trainings took {time.TotalSeconds:F1} seconds on one core.");

try
{
    foreach (string path in Plots.Save(folder, widths, depths))
    {
        Console.WriteLine(path);
    }
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    return Fail(e.Message);
}

return 0;

static int Fail(string problem)
{
    Console.Error.WriteLine($"error: {problem}");
    return 1;
}
