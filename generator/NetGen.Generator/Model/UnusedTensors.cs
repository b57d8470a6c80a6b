namespace NetGen.Generator.Model;

/// <summary>The parameters in a weights file that a network does not take.</summary>
/// <param name="File">The file's path in the project.</param>
/// <param name="Tensors">The tensors as messages show them; none where it is not known what the network should take.</param>
internal sealed record UnusedTensors(string File, EquatableArray<string> Tensors)
{
    /// <summary>Finds what no network of the project takes: several may share a file, such as an encoder and its decoder.</summary>
    /// <param name="model">The network to find it for.</param>
    /// <param name="all">Gives all networks of the project; asked only where the network leaves something.</param>
    public static Problem? Find(NetworkModel model, Func<IEnumerable<NetworkModel>> all)
    {
        if (model.Unused is not { Tensors.Count: > 0 } unused)
        {
            return null;
        }

        HashSet<string> unusedByAll = [.. unused.Tensors];
        foreach (NetworkModel other in all())
        {
            if (other.Unused is { } others && others.File == unused.File)
            {
                unusedByAll.IntersectWith(others.Tensors);
            }
        }

        List<string> left = [.. unused.Tensors.Where(unusedByAll.Contains)];
        string count = left.Count == 1 ? "a tensor" : $"{Grouped.Number(left.Count)} tensors";
        return left.Count == 0 ? null : new Problem(
            "NETGEN109", $"{Names.Quote(unused.File)} has {count} that no layer uses: {Names.List(left)}", Argument: "Weights")
        {
            IsAdvice = true,
        };
    }
}
