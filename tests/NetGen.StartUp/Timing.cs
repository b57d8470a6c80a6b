using System.Runtime.Intrinsics;
using NetGen.Benchmarks;

namespace NetGen.StartUp;

/// <summary>The times of the benchmarks' networks in this process.</summary>
internal static class Timing
{
    private static readonly int[] _batches = [1, 64];

    /// <summary>Prints the width of the vectors in use, then for each network and batch its name and nanoseconds a call.</summary>
    public static void Print(int rounds, string filter)
    {
        Console.WriteLine(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);
        NetGenPeer[] peers =
        [
            .. from network in Runners.All
               from count in _batches
               let name = count == 1 ? network.Name : $"{network.Name}, batch {count}"
               where name.Contains(filter, StringComparison.OrdinalIgnoreCase)
               select new NetGenPeer(name, new Samples(network, count)),
        ];
        foreach (Measurement measurement in Contest.Run(peers, rounds))
        {
            Console.WriteLine(FormattableString.Invariant($"{measurement.Name};{measurement.Nanoseconds}"));
        }
    }
}
