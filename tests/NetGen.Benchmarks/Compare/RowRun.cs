namespace NetGen.Benchmarks;

/// <summary>Measures one row.</summary>
internal static class RowRun
{
    public static RowResult Measure(Row row)
    {
        Samples samples = new(row.Network, row.Batch, row.Zeros);
        NetGenPeer netGen = new(PeerNames.NetGen, samples);
        NetGenPeer? denseOnly = Beside(row.DenseOnly, row), roundedUp = Beside(row.RoundedUp, row), dense = Beside(row.Dense, row);
        Dictionary<string, (Peer? Peer, string? Reason)> made = PeerList.Make(samples);
        Peer[] peers = [.. made.Values.Select(peer => peer.Peer).OfType<Peer>()];
        try
        {
            double[] expected = Reference.Of(samples);
            Dictionary<string, double> differences = peers.Prepend(netGen)
                .ToDictionary(peer => peer.Name, peer => Reference.Check(peer, expected));

            IContestant? limit = LimitOf(row);
            IContestant?[] others = [denseOnly, roundedUp, dense, limit];
            Measurement[] all = Contest.Run([netGen, .. peers, .. others.OfType<IContestant>()]);
            Measurement? Of(IContestant? contestant) => all.SingleOrDefault(measurement => measurement.Name == contestant?.Name);
            return new RowResult(
                row,
                all[0],
                Of(denseOnly),
                Of(roundedUp),
                Of(dense),
                Of(limit),
                all[1..(1 + peers.Length)],
                differences,
                made.Where(peer => peer.Value.Reason is not null).ToDictionary(peer => peer.Key, peer => peer.Value.Reason!));
        }
        finally
        {
            foreach (Peer peer in peers)
            {
                peer.Dispose();
            }
        }
    }

    /// <summary>Another network that is measured beside the row's, checked like it.</summary>
    private static NetGenPeer? Beside(NetworkRunner? network, Row row)
    {
        if (network is null)
        {
            return null;
        }

        Samples samples = new(network, row.Batch, row.Zeros);
        NetGenPeer peer = new($"NetGen, {network.Name}", samples);
        Reference.Check(peer, Reference.Of(samples));
        return peer;
    }

    private static IContestant? LimitOf(Row row) => row.Limit switch
    {
        LimitKind.Reads => ReadRate.OfParameters(row.Network),
        LimitKind.Peak when FmaPeak.Widths.FirstOrDefault() is > 0 and int bits =>
            new FmaPeak(bits, row.Network.MultiplyAddCount * row.Batch),
        _ => null,
    };
}
