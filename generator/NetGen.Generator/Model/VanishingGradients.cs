namespace NetGen.Generator.Model;

/// <summary>Finds networks with so many sigmoid or tanh layers that little of a gradient reaches the first.</summary>
internal static class VanishingGradients
{
    private const int TooMany = 3;

    public static IEnumerable<Problem> In(NetworkModel model)
    {
        int[] layers = [.. LayersOf(model)];
        if (layers.Length < TooMany)
        {
            yield break;
        }

        int sigmoids = layers.Count(layer => model.Layers[layer].Activation == Activation.Sigmoid);
        yield return new Problem(
            "NETGEN204",
            $"{Grouped.Number(layers.Length)} hidden layers have sigmoid ({Grouped.Number(sigmoids)}) or tanh "
                + $"({Grouped.Number(layers.Length - sigmoids)}): their derivatives scale a gradient by at most "
                + $"{Bound(sigmoids)}, and by less wherever a sum is not 0",
            layers[TooMany - 1],
            "activation");
    }

    /// <summary>The hidden layers with sigmoid or tanh.</summary>
    public static IEnumerable<int> LayersOf(NetworkModel model) => Enumerable.Range(0, Math.Max(0, model.Layers.Count - 1))
        .Where(layer => model.Layers[layer].Activation is Activation.Sigmoid or Activation.Tanh);

    /// <summary>The largest derivative of sigmoid is 1/4, that of tanh 1, both at 0.</summary>
    private static string Bound(int sigmoids) =>
        sigmoids == 0 ? "1" : sigmoids < 16 ? $"1/{Grouped.Number(1L << (2 * sigmoids))}" : $"1/4^{Grouped.Number(sigmoids)}";
}
