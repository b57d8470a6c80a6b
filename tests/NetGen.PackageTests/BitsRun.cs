using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NetGen.PackageTests;

/// <summary>What the program NetGen.Bits found: the results of all test networks, on one kind of machine.</summary>
/// <param name="Bits">The width of the vectors in use.</param>
/// <param name="IsFused">Whether multiply-adds are fused.</param>
/// <param name="Networks">The names of the networks and the length of their outputs.</param>
/// <param name="Results">All outputs, network after network, sample after sample.</param>
internal sealed record BitsRun(int Bits, bool IsFused, (string Name, int OutputLength)[] Networks, float[] Results)
{
    private const int Samples = 130;

    // Each layer rounds each of its sums a few times, to 6e-8 of the sum of the terms' sizes.
    private const float Tolerance = 1e-5f;

    /// <summary>Runs the program, which itself checks that batches give the bits of single samples.</summary>
    /// <param name="program">The program.</param>
    /// <param name="isShort">Whether fewer batches will do, since the machine is slow.</param>
    /// <param name="before">What runs the program, with its arguments; nothing where it runs by itself.</param>
    /// <param name="environment">Variables and their values, <c>NAME=VALUE</c>.</param>
    public static BitsRun Of(string program, bool isShort = false, string[]? before = null, params string[] environment)
    {
        string file = Path.GetTempFileName();
        string[] command = [.. before ?? [], program, file, .. isShort ? ["short"] : Array.Empty<string>()];
        var start = new ProcessStartInfo(command[0], command[1..]);
        foreach (string[] variable in environment.Select(setting => setting.Split('=')))
        {
            start.Environment[variable[0]] = variable[1];
        }

        string[] lines = Command.Run(start).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        float[] results = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
        File.Delete(file);
        return new BitsRun(
            int.Parse(lines[0].Split(' ')[0], CultureInfo.InvariantCulture),
            lines[0].EndsWith(", fused", StringComparison.Ordinal),
            [.. lines[1..].Select(line => line.Split(' ')).Select(words => (words[0], int.Parse(words[1], CultureInfo.InvariantCulture)))],
            results);
    }

    /// <summary>Fails unless the results are the same bits, or close where only one of the two fuses multiply-adds.</summary>
    public void AssertAgrees(BitsRun other)
    {
        Assert.Equal(Networks, other.Networks);
        int length = Networks.Sum(network => network.OutputLength) * Samples;
        Assert.Equal(length, Results.Length);
        Assert.Equal(length, other.Results.Length);
        int first = 0;
        foreach ((string name, int outputs) in Networks)
        {
            float[] expected = Results[first..(first + (Samples * outputs))];
            float[] found = other.Results[first..(first + (Samples * outputs))];
            first += expected.Length;
            float allowed = IsFused == other.IsFused ? 0 : Tolerance * expected.Max(Math.Abs);
            for (int i = 0; i < expected.Length; i++)
            {
                bool same = BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(found[i]);
                Assert.True(
                    same || Math.Abs(expected[i] - found[i]) < allowed,
                    $"{name}, sample {i / outputs}, output {i % outputs}: {found[i]:R}, expected {expected[i]:R}");
            }
        }
    }
}
