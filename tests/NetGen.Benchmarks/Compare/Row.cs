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
/// <param name="Dense">The network that does not skip zero inputs.</param>
/// <param name="Zeros">The part of the inputs that is zero, for all peers.</param>
internal sealed record Row(
    NetworkRunner Network,
    int Batch,
    LimitKind Limit,
    Target[] Targets,
    NetworkRunner? DenseOnly = null,
    NetworkRunner? RoundedUp = null,
    NetworkRunner? Dense = null,
    double Zeros = 0)
{
    public string Name => Network.Name
        + (Zeros > 0 ? FormattableString.Invariant($", {Zeros:0 %} zeros") : "")
        + (Batch > 1 ? FormattableString.Invariant($", batch {Batch}") : "");
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
    Measurement? Dense,
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
