using System.Diagnostics;
using NetGen.Tests.Numerics;

namespace NetGen.Benchmarks;

/// <summary>
/// Checks each activation over all floats, on all cores, and prints the table of <c>src/NetGen/docs/activations.md</c>.
/// </summary>
internal static class AccuracyCommand
{
    private const int Parts = 256;

    public static int Run(uint stride, string? filter)
    {
        bool holds = true;
        Console.WriteLine(AccuracyTable.Header);
        foreach (VectorFunction function in VectorFunction.AllAndOthers)
        {
            if (filter is not null && !function.Activation.Contains(filter, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            long start = Stopwatch.GetTimestamp();
            Accuracy accuracy = Measure(function, stride);
            Console.WriteLine(AccuracyTable.Line(function, accuracy));
            string verdict = accuracy.IsWithinBound ? "within" : "BEYOND";
            Console.Error.WriteLine($"{function.Activation}: {verdict} the bound, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
            holds &= accuracy.IsWithinBound;
        }

        return holds ? 0 : 1;
    }

    /// <summary>The worst of all parts of the bit patterns; of equal ones that of the first, however the parts ran.</summary>
    private static Accuracy Measure(VectorFunction function, uint stride)
    {
        var parts = new Accuracy[Parts];
        uint length = (uint)((1L << 32) / Parts);
        Parallel.For(0, Parts, part =>
        {
            uint first = (uint)part * length;
            parts[part] = Accuracy.Measure(function, first, first + (length - 1), stride);
        });
        return parts.Aggregate(Accuracy.Worse);
    }
}
