using NetGen.Generator.Declaration;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>Finds a network's compiled-in weights.</summary>
internal static class WeightResolver
{
    public static (WeightSource Source, UnusedTensors? Unused) Resolve(
        NetworkDeclaration declaration, EquatableArray<Layer> layers, EquatableArray<WeightManifest> manifests, List<Problem> problems)
    {
        int count = problems.Count;
        WeightSource source = FromAttributes(declaration.Weights, layers, problems);
        UnusedTensors? unused = null;
        if (declaration.Weights is { } file && FindManifest(file, manifests, problems) is { } manifest)
        {
            (IReadOnlyList<ManifestTensor> tensors, unused) = TensorMatch.Of(declaration, layers, manifest, problems);
            source = manifest.Resource is { } resource
                ? new WeightSource.Resource(resource)
                : new WeightSource.Values(new EquatableArray<float>(tensors.SelectMany(tensor => tensor.Values)));
        }

        // A mistake means that the source gives weights: Default must be there, to throw.
        return (problems.Skip(count).All(problem => problem.IsAdvice) ? source : new WeightSource.Values(default), unused);
    }

    private static WeightSource FromAttributes(string? file, EquatableArray<Layer> layers, List<Problem> problems)
    {
        List<Layer> given = [.. layers.Where(layer => layer.Parameters is not null)];
        if (!layers.Any(layer => layer.GivesParameters))
        {
            return new WeightSource.None();
        }

        if (file is not null)
        {
            problems.Add(new Problem(
                "NETGEN107",
                $"The weights come from the attributes and from {Names.Quote(file)}; give one of the two",
                Argument: "Weights"));
        }
        else if (given.Count < layers.Count)
        {
            int missing = layers.ToList().FindIndex(layer => layer.Parameters is null);
            problems.Add(new Problem(
                "NETGEN107",
                layers[missing].GivesParameters
                    ? $"'{layers[missing].Name}' gives only one of 'Weights' and 'Bias': give both, or set UseBias = false"
                    : $"'{layers[missing].Name}' has no weights in its attribute (layers with weights: "
                        + $"{Grouped.Number(layers.Count(layer => layer.GivesParameters))} of {Grouped.Number(layers.Count)}): "
                        + "give them for every layer or for none",
                missing));
        }

        return new WeightSource.Values(new EquatableArray<float>(given.SelectMany(layer => layer.Parameters!.Value)));
    }

    private static WeightManifest? FindManifest(string file, EquatableArray<WeightManifest> manifests, List<Problem> problems)
    {
        // An item's whole path, or the last parts of only one.
        string path = file.Replace('\\', '/'), end = "/" + path;
        List<WeightManifest> matches = [.. manifests.Where(manifest => manifest.Path == path)];
        if (matches.Count == 0)
        {
            matches.AddRange(manifests.Where(manifest => manifest.Path.EndsWith(end, StringComparison.Ordinal)));
        }

        if (matches.Count != 1)
        {
            problems.Add(new Problem("NETGEN103", NotOneItem(file, matches, manifests), Argument: "Weights"));
            return null;
        }

        if (matches[0].Error is { } error)
        {
            problems.Add(new Problem("NETGEN106", $"{Names.Quote(file)} cannot be read: {error}", Argument: "Weights"));
            return null;
        }

        return matches[0];
    }

    private static string NotOneItem(string file, List<WeightManifest> matches, EquatableArray<WeightManifest> manifests)
    {
        if (matches.Count > 0)
        {
            return $"{Names.Quote(file)} means {Grouped.Number(matches.Count)} NetworkWeights items: {List(matches)}; give the folder too";
        }

        List<WeightManifest> items = [.. manifests.Where(manifest => manifest.Path.Length > 0)];
        return $"No <NetworkWeights Include=\"{file}\" /> in the project file; "
            + (items.Count == 0
                ? "add it to an <ItemGroup>"
                : $"its items are {List(items)}");

        string List(List<WeightManifest> listed) =>
            Names.List([.. Names.NearestFirst(file, listed.Select(manifest => manifest.Path)).Select(Names.Quote)]);
    }
}
