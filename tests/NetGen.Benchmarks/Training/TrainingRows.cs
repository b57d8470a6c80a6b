namespace NetGen.Benchmarks.Training;

/// <summary>Times steps of training, on one core.</summary>
internal static class TrainingRows
{
    private const int Batch = 128;

    // Sums over a batch of products of float32, in any order, as a part of the largest.
    private const double Tolerance = 1e-5;

    private static readonly string _name = $"{Runners.TrainableMlp784.Name}, step of batch {Batch}";

    /// <summary>Whether there is a row whose name contains the filter.</summary>
    public static bool Any(string? filter) => filter is null || _name.Contains(filter, StringComparison.OrdinalIgnoreCase);

    /// <returns>The rows whose name contains the filter.</returns>
    public static TrainingRow[] Measure(string? filter)
    {
        if (!Any(filter))
        {
            return [];
        }

        Console.Error.WriteLine($"{_name} ...");
        TrainingBatch batch = new(Runners.TrainableMlp784, Batch);
        using NetGenTrainingPeer netGen = new(batch);
        Dictionary<string, string> missing = [];
        List<TrainingPeer> peers = [new LoopTrainingPeer(batch)];
        try
        {
#if TORCHSHARP
            peers.Add(new TorchSharpTrainingPeer(batch));
#else
            throw new NotSupportedException("built without -p:TorchSharp=true");
#endif
        }
        catch (Exception e) when (e is NotSupportedException or TypeInitializationException or DllNotFoundException)
        {
            missing.Add(PeerNames.TorchSharp, e.GetBaseException().Message);
        }

        try
        {
            netGen.Run(1);
            foreach (TrainingPeer peer in peers)
            {
                peer.Run(1);
                Check(netGen, peer);
            }

            IContestant[] limits = FmaPeak.Widths.FirstOrDefault() is > 0 and int bits ? [new FmaPeak(bits, batch.MultiplyAdds)] : [];
            Measurement[] all = Contest.Run([netGen, .. peers, .. limits]);
            return [new(_name, all[0], all.ElementAtOrDefault(1 + peers.Count), all[1..(1 + peers.Count)], missing)];
        }
        finally
        {
            foreach (TrainingPeer peer in peers)
            {
                peer.Dispose();
            }
        }
    }

    /// <summary>Compares the loss and the gradients of the first step.</summary>
    /// <exception cref="InvalidOperationException">They differ by more than the tolerance.</exception>
    private static void Check(TrainingPeer netGen, TrainingPeer peer)
    {
        float[] expected = peer.Gradients.ToArray(), found = netGen.Gradients.ToArray();
        float largest = expected.Max(Math.Abs);
        double difference = expected.Zip(found, (x, y) => Math.Abs((double)x - y)).Max() / largest;
        if (!(difference <= Tolerance) || !(Math.Abs(peer.Loss - netGen.Loss) <= Tolerance * Math.Abs(peer.Loss)))
        {
            throw new InvalidOperationException(
                $"{peer.Name}: gradients differ from NetGen's by {difference} of the largest, losses are {peer.Loss} and {netGen.Loss}");
        }
    }
}
