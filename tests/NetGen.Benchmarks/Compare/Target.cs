using System.Globalization;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks;

/// <summary>What a row should reach, as a ratio within one run.</summary>
internal sealed record Target(string Text, string Format, Func<RowResult, double> Measure, double Bound, bool IsAtLeast)
{
    public string Show(RowResult result) =>
        double.IsNaN(Measure(result)) ? "not measured" : Measure(result).ToString(Format, CultureInfo.InvariantCulture);

    public bool IsMet(RowResult result) => IsAtLeast ? Measure(result) >= Bound : Measure(result) <= Bound;

    /// <summary>So many times faster than another peer.</summary>
    public static Target Faster(double times, string peer) => new(
        FormattableString.Invariant($"{times} x faster than {peer}"),
        "0.0 x",
        result => result.Peer(peer) / result.NetGen.Nanoseconds,
        times,
        IsAtLeast: true);

    public static Target NoSlower(string peer) => Faster(1, peer) with { Text = $"no slower than {peer}", Format = "0.00 x" };

    /// <summary>At most so many times the time of another peer.</summary>
    public static Target TimesTheTime(double times, string peer) => new(
        FormattableString.Invariant($"at most {times} times the time of {peer}"),
        "0.00",
        result => result.NetGen.Nanoseconds / result.Peer(peer),
        times,
        IsAtLeast: false);

    /// <summary>At least such a part of the row's limit.</summary>
    public static Target OfLimit(double part, string limit) => new(
        FormattableString.Invariant($"at least {part:0 %} of the {limit}"),
        "0.0 %",
        result => result.PartOfLimit ?? double.NaN,
        part,
        IsAtLeast: true);

    public static Target NanosecondsASample(double most) => new(
        FormattableString.Invariant($"at most {most} ns a sample"),
        "0.0 ns",
        result => result.NetGen.Nanoseconds / result.Row.Batch,
        most,
        IsAtLeast: false);

    /// <summary>Sizes that are no multiples of 16 cost at most a tenth more than the next ones that are.</summary>
    public static Target NearRoundedUp { get; } = new(
        "at most 1.1 times the time of the next multiples of 16",
        "0.00",
        result => result.NetGen.Nanoseconds / result.RoundedUp!.Nanoseconds,
        1.1,
        IsAtLeast: false);

    /// <summary>So many times faster than the same network that does not skip zero inputs.</summary>
    public static Target FasterThanDense(double times) => new(
        FormattableString.Invariant($"{times} x faster than without SparseInput"),
        "0.0 x",
        result => result.Dense!.Nanoseconds / result.NetGen.Nanoseconds,
        times,
        IsAtLeast: true);

    /// <summary>A batch at the core's peak; with vectors of 256 bits that is the only target.</summary>
    public static Target[] OfPeak(double part, params Target[] others) => Vector512.IsHardwareAccelerated
        ? [OfLimit(part, "FMA peak"), .. others]
        : [OfLimit(0.9, "FMA peak")];

    /// <summary>Targets that are meant for a CPU with all its vectors in use.</summary>
    public static Target[] Of(params Target[] targets) => Vector512.IsHardwareAccelerated ? targets : [];
}
