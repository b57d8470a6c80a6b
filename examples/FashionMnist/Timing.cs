using System.Diagnostics;

namespace FashionMnist;

/// <summary>Measures how long an image takes.</summary>
internal static class Timing
{
    private const int Runs = 11;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// The median of eleven runs, in microseconds an image, after a warm-up: .NET compiles a method anew once it has
    /// proved to be hot.
    /// </summary>
    /// <param name="imagesAPass">The number of images that one pass takes.</param>
    /// <param name="pass">Classifies all images once.</param>
    public static double MedianMicroseconds(int imagesAPass, Action pass)
    {
        int passes = 0;
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < _warmUp; passes++)
        {
            pass();
        }

        // With few images a run is many passes, so that it is long enough to be measured.
        int passesARun = Math.Max(1, passes / Runs);
        double[] times = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < passesARun; i++)
            {
                pass();
            }

            times[run] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / passesARun / imagesAPass;
        }

        Array.Sort(times);
        return times[Runs / 2];
    }
}
