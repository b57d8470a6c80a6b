using System.Diagnostics;
using System.Globalization;

namespace NetGen.PackageTests;

/// <summary>A process that is killed while it writes a checkpoint leaves the one before.</summary>
public sealed class KilledCheckpointTests
{
    private const int Kills = 12;

    private static readonly string _program = Command.Built("NetGen.Bits");

    [Fact]
    public void TheOldCheckpointStays()
    {
        string folder = Directory.CreateTempSubdirectory("netgen-killed-").FullName;
        string checkpoint = Path.Combine(folder, "checkpoint.safetensors");
        Random random = new(1);
        long saved = 0;
        int interrupted = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process process = Process.Start(
                new ProcessStartInfo(_program, [checkpoint, "train"]) { RedirectStandardOutput = true })!;

            // The first line says what the last process has left: no less than it said was in the file, and at most one step more.
            long first = long.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
            Assert.InRange(first, saved, saved + 1);
            process.StandardOutput.ReadLine();
            Thread.Sleep(random.Next(20));
            process.Kill();
            string[] lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            saved = lines.Length == 0 ? first + 1 : long.Parse(lines[^1], CultureInfo.InvariantCulture);

            // What was being written stands beside it.
            string[] unfinished = [.. Directory.GetFiles(folder).Where(file => file != checkpoint)];
            interrupted += unfinished.Length;
            Array.ForEach(unfinished, File.Delete);
        }

        Directory.Delete(folder, recursive: true);
        Assert.True(interrupted > 0, $"None of {Kills} processes was killed while it wrote.");
    }
}
