namespace NetGen.Generator.Tests;

/// <summary>Architectures that have every kind of kernel at its largest.</summary>
internal static class Sweep
{
    /// <summary>Sizes at which a layer is still written out in full, and just beyond.</summary>
    public static readonly int[] Sizes = [1, 4, 7, 16, 17, 31, 33, 64, 100, 127, 130, 300, 1024];

    /// <summary>
    /// Networks of one layer, N{inputs}x{outputs}, of two with few outputs, N31x64x{outputs}, of ten, Ten{size}, and trainable
    /// ones, Trained{activation}.
    /// </summary>
    public static string Source { get; } =
        "using NetGen;\n" + string.Join("\n", [.. Single(), .. Narrow(), .. TenLayers(), .. Trainable()]);

    /// <summary>Ten layers of an activation that is as long as any.</summary>
    public static string Ten(int size) => string.Join(" ", Enumerable.Repeat($"[Dense({size}, Activation.Softmax)]", 10));

    private static IEnumerable<string> Single() =>
        from inputs in Sizes
        from outputs in Sizes.SkipLast(1)
        select $"[Network({inputs})] [Dense({outputs}, Activation.Mish)] partial class N{inputs}x{outputs};";

    private static IEnumerable<string> Narrow() =>
        from outputs in (int[])[1, 2, 3, 5]
        select $"[Network(31)] [Dense(64, Activation.Mish)] [Dense({outputs}, Activation.Mish)] partial class N31x64x{outputs};";

    /// <summary>One panel, two and three, each with a rest of inputs, and every derivative.</summary>
    private static IEnumerable<string> Trainable() =>
        from activation in Enum.GetValues<Activation>()
        where activation != Activation.Step
        let hidden = activation is Activation.Softmax or Activation.LogSoftmax ? Activation.Tanh : activation
        let layers = string.Concat(((int[])[16, 130, 48, 31]).Select(size => $"[Dense({size}, Activation.{hidden})] "))
            + $"[Dense(20, Activation.{activation})] "
        select $"[Network(100)] {layers}[Trainable(Loss.MeanSquaredError)] partial class Trained{activation};";

    private static IEnumerable<string> TenLayers() =>
        Sizes.Select(size => $"[Network({size})] {Ten(size)} partial class Ten{size};");
}
