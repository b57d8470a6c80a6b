namespace NetGen.Benchmarks.Training;

/// <summary>What a step on a batch takes.</summary>
/// <param name="Limit">As many multiply-adds at the core's peak; null where it has no instruction for them.</param>
/// <param name="Missing">Why other peers could not be run.</param>
internal sealed record TrainingRow(
    string Name, Measurement NetGen, Measurement? Limit, IReadOnlyList<Measurement> Peers, IReadOnlyDictionary<string, string> Missing)
{
    public const double LeastOfLimit = 0.6;

    /// <summary>The part of the limit that is reached, from 0 to 1; NaN without a limit.</summary>
    public double PartOfLimit => Limit?.Nanoseconds / NetGen.Nanoseconds ?? double.NaN;

    /// <summary>How many times faster than a peer.</summary>
    public double Ratio(Measurement peer) => peer.Nanoseconds / NetGen.Nanoseconds;

    public bool IsMet => PartOfLimit >= LeastOfLimit && Peers.All(peer => Ratio(peer) > 1);
}
