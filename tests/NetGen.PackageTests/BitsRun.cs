using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NetGen.PackageTests;

/// <summary>What the program NetGen.Bits found: the results of all test networks, on one kind of machine.</summary>
/// <param name="Bits">The width of the vectors in use.</param>
/// <param name="IsFused">Whether multiply-adds are fused.</param>
/// <param name="Networks">
/// The names of the networks, the length of their outputs and the number of samples; of trained ones, that of their parameters and 1.
/// </param>
/// <param name="Results">All outputs, network after network, sample after sample, and parameters.</param>
internal sealed record BitsRun(int Bits, bool IsFused, (string Name, int OutputLength, int Samples)[] Networks, float[] Results)
{
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
            Number(lines[0].Split(' ')[0]),
            lines[0].EndsWith(", fused", StringComparison.Ordinal),
            [.. lines[1..].Select(line => line.Split(' ')).Select(words => (words[0], Number(words[1]), Number(words[2])))],
            results);
    }

    /// <summary>Fails unless the results are the same bits, or close where only one of the two fuses multiply-adds.</summary>
    public void AssertAgrees(BitsRun other)
    {
        Assert.Equal(Networks, other.Networks);
        int length = Networks.Sum(network => network.OutputLength * network.Samples);
        Assert.Equal(length, Results.Length);
        Assert.Equal(length, other.Results.Length);
        int first = 0;
        foreach ((string name, int outputs, int samples) in Networks)
        {
            float[] expected = Results[first..(first + (samples * outputs))];
            float[] found = other.Results[first..(first + (samples * outputs))];
            first += expected.Length;
            if (IsFused != other.IsFused && name.EndsWith(".AdamW", StringComparison.Ordinal))
            {
                // It divides by the size of the gradient: one that is nearly 0, and rounded otherwise, moves a weight elsewhere.
                continue;
            }

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

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
