using NetGen.Generator.Layers;
using NetGen.Weights;

namespace NetGen.Generator.Model;

/// <summary>Says which tensors a layer lacks, and which the file has that could be meant.</summary>
internal static class MissingTensors
{
    /// <param name="prefix">The prefix of the layer's tensors; null where the file has none left for it.</param>
    /// <param name="taken">The prefixes of all layers.</param>
    public static Problem Describe(
        string file, Layer layer, int index, string? prefix, string?[] taken, Dictionary<string, ManifestTensor> tensors)
    {
        if (prefix is null)
        {
            string expected = string.Join(" and ", layer.Tensors.Select(tensor => $"{tensor.Suffix} {tensor.ShapeText}"));
            List<string> others = Candidates(tensors, []);
            others.Sort(TensorBinding.CompareNaturally);
            return new Problem("NETGEN104", $"{file} has no tensors left for '{layer.Name}' ({expected}); {Known(others)}", index);
        }

        List<TensorShape> missing = [.. layer.Tensors.Where(tensor => !tensors.ContainsKey(Name(tensor)))];
        string names = string.Join(" and ", missing.Select(tensor => $"{Names.Quote(Name(tensor))} {tensor.ShapeText}"));
        string start = TensorBinding.TensorName(prefix, "");
        List<string> own = [.. tensors.Keys.Where(name => name.StartsWith(start, StringComparison.Ordinal))];
        if (own.Count == 0)
        {
            IEnumerable<string> nearest = Names.NearestFirst(Name(missing[0]), Candidates(tensors, taken));
            return new Problem("NETGEN104", $"{file} has no {names} for '{layer.Name}'; {Known(nearest)}", index, "Name");
        }

        string hint = missing.All(tensor => tensor.Suffix == "bias") ? ": set UseBias = false if the layer has none" : "";
        return new Problem("NETGEN104", $"{file} has no {names} for '{layer.Name}'; {Known(own)}{hint}", index);

        string Name(TensorShape tensor) => TensorBinding.TensorName(prefix, tensor.Suffix);

        string Known(IEnumerable<string> names) =>
            tensors.Count == 0 ? "it has no tensors" : $"it has {Names.List([.. names.Select(name => tensors[name].Text)])}";
    }

    /// <summary>The weight tensors that no layer takes, or else all; where there are none, all tensors.</summary>
    private static List<string> Candidates(Dictionary<string, ManifestTensor> tensors, string?[] taken)
    {
        List<string> weights = [.. tensors.Keys.Where(name => TensorBinding.PrefixOf(name) is not null)];
        List<string> free = [.. weights.Where(name => !taken.Contains(TensorBinding.PrefixOf(name)))];
        return free.Count > 0 ? free : weights.Count > 0 ? weights : [.. tensors.Keys];
    }
}
