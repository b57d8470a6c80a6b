using NetGen.Benchmarks.Onnx;

namespace NetGen.Benchmarks;

/// <summary>Makes the peers that can run a network here.</summary>
internal static class PeerList
{
    private static readonly (string Name, Func<Samples, Peer> Make)[] _all =
    [
        (PeerNames.HandWritten, samples => new HandWrittenPeer(samples)),
        (PeerNames.Loop, samples => new LoopPeer(samples)),
        (PeerNames.TensorPrimitives, samples => new TensorPrimitivesPeer(samples)),
        (PeerNames.OnnxNamedValues, samples => new OnnxNamedValuePeer(samples)),
        (PeerNames.OnnxOrtValues, samples => new OnnxOrtValuePeer(samples)),
        (PeerNames.OnnxBound, samples => new OnnxBoundPeer(samples)),
#if TORCHSHARP
        (PeerNames.TorchSharp, samples => new TorchSharpPeer(samples)),
#else
        (PeerNames.TorchSharp, _ => throw new NotSupportedException("built without -p:TorchSharp=true")),
#endif
    ];

    /// <summary>Makes the peers; where a native library does not load, the reason instead.</summary>
    public static Dictionary<string, (Peer? Peer, string? Reason)> Make(Samples samples)
    {
        Dictionary<string, (Peer?, string?)> peers = [];
        foreach ((string name, Func<Samples, Peer> make) in _all)
        {
            if (name == PeerNames.HandWritten && samples.Network != Runners.Mlp2)
            {
                continue;
            }

            try
            {
                peers.Add(name, (make(samples), null));
            }
            catch (Exception e) when (e is NotSupportedException or TypeInitializationException or DllNotFoundException)
            {
                peers.Add(name, (null, e.GetBaseException().Message));
            }
        }

        return peers;
    }
}
