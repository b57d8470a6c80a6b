namespace NetGen.Benchmarks;

/// <summary>What no code on the core can do faster than.</summary>
internal enum LimitKind
{
    /// <summary>A network so small that neither says anything.</summary>
    None,

    /// <summary>Reading all parameters once: one sample.</summary>
    Reads,

    /// <summary>Starting all multiply-adds: a batch.</summary>
    Peak,
}

/// <summary>One row of the tables: a network at a batch size, and what it should reach.</summary>
/// <param name="DenseOnly">The network without what the limit does not count, where it has such a thing.</param>
/// <param name="RoundedUp">The network with its sizes at the next multiples of 16.</param>
internal sealed record Row(
    NetworkRunner Network,
    int Batch,
    LimitKind Limit,
    Target[] Targets,
    NetworkRunner? DenseOnly = null,
    NetworkRunner? RoundedUp = null)
{
    public string Name => Batch == 1 ? Network.Name : FormattableString.Invariant($"{Network.Name}, batch {Batch}");
}

/// <summary>What was measured for a row.</summary>
/// <param name="Limit">The core's limit for the same work, at its largest vectors.</param>
/// <param name="Peers">The other peers that could be run.</param>
/// <param name="Differences">The largest difference of each peer's results from the reference.</param>
/// <param name="Missing">Why others could not.</param>
internal sealed record RowResult(
    Row Row,
    Measurement NetGen,
    Measurement? DenseOnly,
    Measurement? RoundedUp,
    Measurement? Limit,
    IReadOnlyList<Measurement> Peers,
    IReadOnlyDictionary<string, double> Differences,
    IReadOnlyDictionary<string, string> Missing)
{
    /// <summary>The part of the limit that is reached, from 0 to 1.</summary>
    public double? PartOfLimit => Limit?.Nanoseconds / (DenseOnly ?? NetGen).Nanoseconds;

    /// <summary>A peer's nanoseconds a call; NaN where it could not be run, so that no target on it is met.</summary>
    public double Peer(string name) => Peers.SingleOrDefault(peer => peer.Name == name)?.Nanoseconds ?? double.NaN;
}
