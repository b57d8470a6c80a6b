using NetGen.Generator.Code;
using NetGen.Generator.Declaration;
using NetGen.Generator.Layers;
using NetGen.Weights;

namespace NetGen.Generator.Model;

/// <summary>Gives the layers of a network their tensors of a weights file, and checks that these fit.</summary>
internal sealed class TensorMatch
{
    private readonly string _file;
    private readonly EquatableArray<Layer> _layers;
    private readonly List<Problem> _problems;
    private readonly Dictionary<string, ManifestTensor> _tensors = [];
    private readonly List<ManifestTensor> _taken = [];
    private readonly HashSet<string> _named = [];

    /// <summary>The layers with the sizes that the file has, where it is known which.</summary>
    private readonly Layer[] _fitting;

    private TensorMatch(string file, EquatableArray<Layer> layers, WeightManifest manifest, List<Problem> problems)
    {
        _file = file;
        _layers = layers;
        _fitting = [.. layers];
        _problems = problems;
        foreach (ManifestTensor tensor in manifest.Tensors)
        {
            _tensors[tensor.Name] = tensor;
        }
    }

    /// <summary>Gives the tensors that the layers take, in canonical order, and those that none takes.</summary>
    public static (IReadOnlyList<ManifestTensor> Taken, UnusedTensors Unused) Of(
        NetworkDeclaration declaration, EquatableArray<Layer> layers, WeightManifest manifest, List<Problem> problems)
    {
        TensorMatch match = new(Names.Quote(declaration.Weights!), layers, manifest, problems);
        bool isComplete = match.Take();
        if (declaration.MaxParameters > 0 && match._fitting.Sum(layer => layer.ParameterCount) > declaration.MaxParameters)
        {
            // The file's sizes would be the next mistake.
            for (int i = 0; i < problems.Count; i++)
            {
                problems[i] = problems[i].Id == "NETGEN105" ? problems[i] with { Right = null } : problems[i];
            }
        }

        match.CheckValues();
        IEnumerable<ManifestTensor> unused = manifest.Tensors.Where(tensor => !tensor.IsBuffer && !match._named.Contains(tensor.Name));
        return (match._taken, new UnusedTensors(
            manifest.Path, new EquatableArray<string>(isComplete ? unused.Select(tensor => tensor.Text) : [])));
    }

    private bool Take()
    {
        bool isComplete = true;
        bool areSizesKnown = Sizes.AreKnown(_problems);
        int[] indices = [.. Enumerable.Range(0, _layers.Count).Where(i => _layers[i].Tensors.Count > 0)];
        string?[] prefixes = TensorBinding.Prefixes(_tensors.Keys, [.. indices.Select(i => _layers[i].DeclaredName)]);
        for (int i = 0; i < indices.Length; i++)
        {
            Layer layer = _layers[indices[i]];
            ManifestTensor[] found = [.. layer.Tensors.Select(tensor => Find(prefixes[i], tensor.Suffix)).OfType<ManifestTensor>()];
            if (found.Length < layer.Tensors.Count)
            {
                _problems.Add(MissingTensors.Describe(_file, layer, indices[i], prefixes[i], prefixes, _tensors));
                isComplete = false;
                continue;
            }

            _taken.AddRange(found);
            _named.UnionWith(found.Select(tensor => tensor.Name));
            if (areSizesKnown)
            {
                CheckShapes(indices[i], found);
            }

            if (layer.BiasCount == 0 && Find(prefixes[i], "bias") is { } bias)
            {
                _named.Add(bias.Name);
                _problems.Add(new Problem(
                    "NETGEN105",
                    $"{_file} has the tensor {bias.Text}, but '{layer.Name}' has UseBias = false",
                    indices[i],
                    "UseBias"));
            }
        }

        return isComplete;
    }

    private ManifestTensor? Find(string? prefix, string suffix) =>
        prefix is not null && _tensors.TryGetValue(TensorBinding.TensorName(prefix, suffix), out ManifestTensor? tensor) ? tensor : null;

    /// <summary>
    /// Reports a layer whose tensors do not fit it. A layer before it that has the wrong size is not its mistake: its
    /// inputs are as many as that one has outputs in the file.
    /// </summary>
    private void CheckShapes(int index, ManifestTensor[] found)
    {
        Layer layer = _layers[index];
        Layer expected = layer with { Inputs = index == 0 ? layer.Inputs : _fitting[index - 1].Outputs };
        _fitting[index] = expected;
        if (Fits(found, expected))
        {
            return;
        }

        int[] sizes =
            [.. found.SelectMany(tensor => tensor.Shape).Where(size => size is > 0 and <= Sizes.Largest).Select(size => (int)size)];
        Layer? Fitting(Func<int, Layer> resized) => sizes.Select(resized).FirstOrDefault(other => Fits(found, other));
        string message = Describe(layer, expected, found);
        if (Fitting(size => expected with { Outputs = size }) is { } withOutputs)
        {
            _fitting[index] = withOutputs;
            _problems.Add(new Problem("NETGEN105", message, index, "outputs", Literal.Of(withOutputs.Outputs)));
        }
        else if (Fitting(size => expected with { Inputs = size }) is not { } withInputs)
        {
            _problems.Add(new Problem("NETGEN105", message, index, "outputs"));
        }
        else if (index > 0)
        {
            _problems.Add(new Problem("NETGEN105", message, index, "inputs"));
        }
        else
        {
            _fitting[index] = withInputs;
            _problems.Add(new Problem("NETGEN105", message, Argument: "inputs", Right: Literal.Of(withInputs.Inputs)));
        }
    }

    private string Describe(Layer layer, Layer expected, ManifestTensor[] found)
    {
        int[] wrong = [.. Enumerable.Range(0, found.Length).Where(i => !found[i].Fits(expected.Tensors[i]))];
        bool isTransposed = wrong.Length == 1
            && (found[wrong[0]] with { Shape = new(found[wrong[0]].Shape.Reverse()) }).Fits(expected.Tensors[wrong[0]]);
        return string.Join(" and ", wrong.Select(i => $"{Names.Quote(found[i].Name)} is {found[i].ShapeText}"))
            + $" in {_file}, but '{layer.Name}' expects "
            + string.Join(" and ", wrong.Select(i => layer.Tensors[i].ShapeText))
            + (isTransposed ? ": it looks transposed" : "");
    }

    private static bool Fits(ManifestTensor[] found, Layer layer) =>
        found.Zip(layer.Tensors, (tensor, expected) => tensor.Fits(expected)).All(fits => fits);

    private void CheckValues()
    {
        List<string> unread =
        [
            .. _taken.Where(tensor => !tensor.IsReadable)
                .Select(tensor => $"{Names.Quote(tensor.Name)} is {Names.Quote(tensor.Type)}"),
        ];
        if (unread.Count > 0)
        {
            _problems.Add(new Problem(
                "NETGEN106",
                $"{_file} has types that are not read: {Names.List(unread)}, expected F32, F16, BF16 or F64",
                Argument: "Weights"));
        }

        List<string> notFinite =
        [
            .. _taken.Where(tensor => tensor.NonFinite > 0).Select(tensor =>
                $"{Grouped.Number(tensor.NonFinite)} of {Grouped.Number(tensor.Count)} values of {Names.Quote(tensor.Name)}"),
        ];
        if (notFinite.Count > 0)
        {
            _problems.Add(new Problem("NETGEN108", $"{_file} has NaN or infinity: {Names.List(notFinite)}", Argument: "Weights")
            {
                IsAdvice = true,
            });
        }
    }
}
