using NetGen.Generator.Layers;
using NetGen.Weights;

namespace NetGen.Generator.Model;

/// <summary>Finds a network's compiled-in weights and checks that they fit the declared shapes.</summary>
internal static class WeightResolver
{
    public static WeightSource Resolve(
        string? file, EquatableArray<Layer> layers, EquatableArray<WeightManifest> manifests, List<Problem> problems)
    {
        int count = problems.Count;
        WeightSource source = FromAttributes(file, layers, problems);
        if (file is not null)
        {
            source = FromFile(file, layers, manifests, problems);
        }

        // A problem means that the source gives weights: Default must be there, to throw.
        return problems.Count == count ? source : new WeightSource.Values(default);
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
                "NETGEN107", $"The weights come from the attributes and from '{file}'; give one of the two", Argument: "Weights"));
        }
        else if (given.Count < layers.Count)
        {
            int missing = layers.ToList().FindIndex(layer => layer.Parameters is null);
            problems.Add(new Problem(
                "NETGEN107",
                layers[missing].GivesParameters
                    ? $"'{layers[missing].Name}' gives only one of 'Weights' and 'Bias': give both, or set UseBias = false"
                    : $"'{layers[missing].Name}' has no weights in its attribute, but other layers have: "
                        + "give them for every layer or for none",
                missing));
        }

        return new WeightSource.Values(new EquatableArray<float>(given.SelectMany(layer => layer.Parameters!.Value)));
    }

    private static WeightSource FromFile(
        string file, EquatableArray<Layer> layers, EquatableArray<WeightManifest> manifests, List<Problem> problems)
    {
        List<WeightManifest> matches = [.. manifests.Where(manifest => manifest.Matches(file))];
        if (matches.Count > 1 && matches.Any(manifest => manifest.IsAt(file)))
        {
            matches = [.. matches.Where(manifest => manifest.IsAt(file))];
        }

        if (matches.Count != 1)
        {
            problems.Add(new Problem(
                "NETGEN103",
                matches.Count == 0
                    ? $"No <NetworkWeights Include=\"{file}\" /> in the project"
                    : $"'{file}' means more than one NetworkWeights item: {string.Join(", ", matches.Select(match => match.Path))}",
                Argument: "Weights"));
            return new WeightSource.None();
        }

        WeightManifest manifest = matches[0];
        if (manifest.Error is { } error)
        {
            problems.Add(new Problem("NETGEN106", $"'{file}': {error}", Argument: "Weights"));
            return new WeightSource.None();
        }

        List<ManifestTensor> tensors = Bind(file, layers, manifest, problems);
        return manifest.Resource is { } resource
            ? new WeightSource.Resource(resource)
            : new WeightSource.Values(new EquatableArray<float>(tensors.SelectMany(tensor => tensor.Values)));
    }

    private static List<ManifestTensor> Bind(
        string file, EquatableArray<Layer> layers, WeightManifest manifest, List<Problem> problems)
    {
        List<ManifestTensor> bound = [];
        (Layer Layer, int Index)[] withParameters =
            [.. layers.Select((layer, index) => (layer, index)).Where(pair => pair.layer.Tensors.Count > 0)];
        string?[] prefixes = TensorBinding.Prefixes(
            manifest.Tensors.Select(tensor => tensor.Name), [.. withParameters.Select(pair => pair.Layer.DeclaredName)]);
        for (int i = 0; i < withParameters.Length; i++)
        {
            (Layer layer, int index) = withParameters[i];
            if (prefixes[i] is not { } prefix)
            {
                problems.Add(new Problem(
                    "NETGEN104",
                    $"'{file}' has no tensors for '{layer.Name}' (expected weight {layer.Tensors[0].ShapeText})",
                    index));
                continue;
            }

            foreach (TensorShape expected in layer.Tensors)
            {
                string name = TensorBinding.TensorName(prefix, expected.Suffix);
                if (manifest.Find(name) is not { } found)
                {
                    problems.Add(new Problem(
                        "NETGEN104",
                        $"'{file}' has no tensor '{name}' for '{layer.Name}' (expected {expected.ShapeText})",
                        index));
                }
                else if (CheckTensor(file, layer, expected, found) is { } problem)
                {
                    problems.Add(problem with { Layer = index });
                }
                else
                {
                    bound.Add(found);
                }
            }

            string bias = TensorBinding.TensorName(prefix, "bias");
            if (layer.BiasCount == 0 && manifest.Find(bias) is not null)
            {
                problems.Add(new Problem(
                    "NETGEN105", $"'{file}' has the tensor '{bias}', but '{layer.Name}' has UseBias = false", index, "UseBias"));
            }
        }

        return bound;
    }

    private static Problem? CheckTensor(string file, Layer layer, TensorShape expected, ManifestTensor found)
    {
        if (!found.Shape.SequenceEqual(expected.Dimensions.Select(size => (long)size)))
        {
            bool transposed = found.Shape.Reverse().SequenceEqual(expected.Dimensions.Select(size => (long)size));
            return new Problem(
                "NETGEN105",
                $"Tensor '{found.Name}' of '{file}' is [{string.Join(", ", found.Shape)}], but '{layer.Name}' expects "
                    + expected.ShapeText + (transposed ? ": it looks transposed" : ""),
                Argument: "outputs");
        }

        return found.Type is "F32" or "F16" or "BF16" or "F64"
            ? null
            : new Problem(
                "NETGEN106",
                $"Tensor '{found.Name}' of '{file}' is {found.Type}, but '{layer.Name}' expects F32, F16, BF16 or F64");
    }
}
