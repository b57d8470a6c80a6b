using static NetGen.Benchmarks.LimitKind;
using static NetGen.Benchmarks.PeerNames;
using static NetGen.Benchmarks.Runners;
using static NetGen.Benchmarks.Target;

namespace NetGen.Benchmarks;

/// <summary>The rows of the tables, with their targets.</summary>
internal static class Rows
{
    public static readonly Row[] All =
    [
        new(Mlp2, 1, None, Of(TimesTheTime(1.3, HandWritten))),
        new(Mlp4, 1, None, Of(Faster(120, OnnxBound), Faster(4, TensorPrimitives))),
        new(Mlp4, 4096, None, Of(NanosecondsASample(4))),
        new(Mlp16, 1, None, Of(Faster(65, OnnxBound))),
        new(Mlp16, 4096, None, Of(NanosecondsASample(15))),
        new(Mlp64, 1, Reads, Of(Faster(4, OnnxBound))),
        new(Mlp784, 1, Reads, Of(OfLimit(0.9, "read rate"), Faster(1.5, OnnxBound))),
        new(SparseMlp784, 1, None, Of(FasterThanDense(2)), Dense: Mlp784, Zeros: 0.81),
        new(Mlp784, 64, Peak, OfPeak(0.95, NoSlower(OnnxBound)), DenseOnly: Mlp784Logits),
        new(Mlp784, 1024, Peak, OfPeak(0.95, NoSlower(OnnxBound)), DenseOnly: Mlp784Logits),
        new(Mlp768, 1, Reads, Of(OfLimit(0.9, "read rate"))),
        new(Mlp768, 128, Peak, OfPeak(0.88, NoSlower(OnnxBound))),
        new(Mlp1024, 1, Reads, Of(NearRoundedUp), RoundedUp: Mlp1040),
        new(Mlp1024, 256, Peak, Of(NearRoundedUp), RoundedUp: Mlp1040),
        new(Mlp257, 1, Reads, Of(NearRoundedUp), RoundedUp: Mlp272),
        new(Mlp257, 256, Peak, Of(NearRoundedUp), RoundedUp: Mlp272),
        new(Mlp100, 1, Reads, Of(NearRoundedUp), RoundedUp: Mlp112),
        new(Mlp100, 256, Peak, Of(NearRoundedUp), RoundedUp: Mlp112),
    ];
}
