using NetGen.CompilerServices;

namespace NetGen.Weights;

/// <summary>A tensor of a file, and where its values go among the network's parameters.</summary>
internal readonly record struct WeightPlacement(SafetensorsTensor Tensor, int Offset);

/// <summary>Finds the tensors in a file that the layers of a network declare, and checks them.</summary>
internal static class WeightPlan
{
    /// <summary>Finds the declared tensors, which together are all parameters of the network.</summary>
    /// <returns>The tensors in the order of their data.</returns>
    /// <exception cref="InvalidDataException">The file does not fit the declared layers.</exception>
    public static List<WeightPlacement> Make(SafetensorsHeader header, ReadOnlySpan<LayerTensors> layers)
    {
        Dictionary<string, SafetensorsTensor> tensors =
            header.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var names = new string?[layers.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = layers[i].Name;
        }

        string?[] prefixes = TensorBinding.Prefixes(tensors.Keys, names);
        var plan = new List<WeightPlacement>();
        int offset = 0;
        for (int i = 0; i < layers.Length; i++)
        {
            string layer = layers[i].Layer;
            string prefix = prefixes[i] ?? throw new InvalidDataException(
                $"{layer} should have tensors, but the file has no layer left for it; {List(header)}.");
            foreach (TensorShape declared in layers[i].Tensors)
            {
                string name = TensorBinding.TensorName(prefix, declared.Suffix);
                if (!tensors.Remove(name, out SafetensorsTensor? tensor))
                {
                    throw new InvalidDataException(
                        $"{layer} should have a tensor {SafetensorsParser.Quote(name)} of shape "
                        + $"{Text(declared.Dimensions)}, but the file has none; {List(header)}.");
                }

                Check(tensor, declared.Dimensions, layer);
                plan.Add(new WeightPlacement(tensor, offset));
                offset += (int)tensor.ElementCount;
            }

            // What is declared is removed by now: a bias that is still there would be left out of the sums.
            string bias = TensorBinding.TensorName(prefix, "bias");
            if (tensors.ContainsKey(bias))
            {
                throw new InvalidDataException(
                    $"{layer} should have no bias, because it declares UseBias = false, but the file has "
                    + $"{SafetensorsParser.Quote(bias)}.");
            }
        }

        plan.Sort((a, b) => a.Tensor.Begin.CompareTo(b.Tensor.Begin));
        return plan;
    }

    private static void Check(SafetensorsTensor tensor, int[] expected, string layer)
    {
        long[] found = tensor.Shape;
        if (!found.SequenceEqual(expected.Select(dimension => (long)dimension)))
        {
            bool transposed = found.Length == 2 && expected.Length == 2
                && found[0] == expected[1] && found[1] == expected[0];
            throw SafetensorsParser.Invalid(
                tensor.Name,
                $"{layer} declares shape {Text(expected)}, but the file has {SafetensorsParser.Text(found)}"
                + (transposed ? "; it looks transposed." : "."));
        }

        if (!TensorValues.CanConvert(tensor.Type))
        {
            throw SafetensorsParser.Invalid(
                tensor.Name,
                $"the dtype should be F32, F16, BF16 or F64, but is {SafetensorsParser.Quote(tensor.Type)}.");
        }
    }

    private static string Text(int[] shape) => $"[{string.Join(", ", shape)}]";

    private static string List(SafetensorsHeader header)
    {
        const int Most = 12;
        string names =
            string.Join(", ", header.Tensors.Take(Most).Select(tensor => SafetensorsParser.Quote(tensor.Name)));
        return header.Tensors.Count switch
        {
            0 => "it has no tensors",
            > Most => $"it has {names}, and {header.Tensors.Count - Most} more",
            _ => $"it has {names}",
        };
    }
}
