using System.Diagnostics;
using System.Runtime;

namespace NetGen.Benchmarks;

/// <summary>
/// Times contestants side by side. All are warmed up until the runtime compiles nothing more; then the thread is pinned to
/// one core, and in each round each contestant runs for a millisecond, so that what changes with time, such as the core's
/// clock, meets all of them alike, and most turns end before another process takes the core.
/// </summary>
internal static class Contest
{
    // How many rounds, how long a turn is, and which part of it runs before the clock starts.
    private static readonly Pace _onOneCore = new(Rounds: 101, MillisecondsATurn: 1, LeadIn: 1.0 / 8);

    // The operating system can take a few milliseconds to give a thread that it wakes the core that slept.
    private static readonly Pace _onAllCores = new(Rounds: 41, MillisecondsATurn: 20, LeadIn: 1.0 / 2);

    // A contestant whose single call takes that long has its turn in every tenth round.
    private const double SlowCallMilliseconds = 20;
    private const int RoundsATurnOfSlow = 10;

    // The runtime counts the calls of a method anew when 0.1 seconds passed without a method's first call.
    private const int TierDelayMilliseconds = 120;
    private const int WarmUpMilliseconds = 30;
    private const int MaxWarmUps = 60;

    /// <param name="contestants">Who takes part.</param>
    /// <param name="rounds">The number of rounds, or null for the usual.</param>
    public static Measurement[] Run(IReadOnlyList<IContestant> contestants, int? rounds = null)
    {
        WarmUp(contestants);
        using PinnedThread pinned = new();
        return Run(contestants, _onOneCore with { Rounds = rounds ?? _onOneCore.Rounds });
    }

    /// <summary>Times contestants that have threads of their own: nothing is pinned, and turns are longer.</summary>
    public static Measurement[] RunOnAllCores(IReadOnlyList<IContestant> contestants)
    {
        WarmUp(contestants);
        return Run(contestants, _onAllCores);
    }

    private static Measurement[] Run(IReadOnlyList<IContestant> contestants, Pace pace)
    {
        int[] calls = [.. contestants.Select(contestant => Calibrate(contestant, pace.MillisecondsATurn))];
        bool[] slow = [.. contestants.Select((contestant, i) => calls[i] == 1 && Milliseconds(contestant, 1) > SlowCallMilliseconds)];
        double[] bytes = [.. contestants.Select((contestant, i) => BytesACall(contestant, slow[i] ? 1 : Math.Min(calls[i], 1000)))];
        List<double>[] times = [.. contestants.Select(_ => new List<double>())];
        for (int round = 0; round < pace.Rounds; round++)
        {
            for (int turn = 0; turn < contestants.Count; turn++)
            {
                // Another one begins each round.
                int i = (round + turn) % contestants.Count;
                if (slow[i] && round % RoundsATurnOfSlow != 0)
                {
                    continue;
                }

                // The contestant before had the caches.
                contestants[i].Run(slow[i] ? 0 : Math.Max(1, (int)(calls[i] * pace.LeadIn)));
                times[i].Add(Milliseconds(contestants[i], calls[i]) * 1e6 / calls[i]);
                if (contestants[i].MillisecondsToRest > 0)
                {
                    Thread.Sleep(contestants[i].MillisecondsToRest);
                }
            }
        }

        return [.. contestants.Select((contestant, i) => Measurement.Of(contestant.Name, times[i], calls[i], bytes[i]))];
    }

    /// <summary>Runs the contestants until three times in a row nothing was compiled meanwhile.</summary>
    private static void WarmUp(IReadOnlyList<IContestant> contestants)
    {
        int quiet = 0;
        for (int i = 0; quiet < 3; i++)
        {
            if (i == MaxWarmUps)
            {
                throw new InvalidOperationException("The runtime still compiles methods after a long warm-up.");
            }

            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (IContestant contestant in contestants)
            {
                for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalMilliseconds < WarmUpMilliseconds;)
                {
                    contestant.Run(2);
                }
            }

            Thread.Sleep(TierDelayMilliseconds);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
    }

    /// <summary>Gives the number of calls that take the time of a turn, about.</summary>
    private static int Calibrate(IContestant contestant, double millisecondsATurn)
    {
        int calls = 1;
        double milliseconds;
        while ((milliseconds = Milliseconds(contestant, calls)) < millisecondsATurn / 2)
        {
            calls *= 2;
        }

        return Math.Max(1, (int)(calls * millisecondsATurn / milliseconds));
    }

    private static double Milliseconds(IContestant contestant, int calls)
    {
        long start = Stopwatch.GetTimestamp();
        contestant.Run(calls);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The least of some runs: what allocates does so in each, while the runtime may allocate once for itself.</summary>
    private static double BytesACall(IContestant contestant, int calls)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            contestant.Run(calls);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (double)least / calls;
    }

    private sealed record Pace(int Rounds, double MillisecondsATurn, double LeadIn);
}
