namespace NetGen.Weights;

/// <summary>
/// Which tensors of a file belong to which layer. The tensors of a layer share a prefix, as PyTorch names them:
/// <c>fc1.weight</c> and <c>fc1.bias</c>, or <c>0.weight</c> and <c>0.bias</c> in an <c>nn.Sequential</c>. The source
/// generator compiles this file too, so that the build and the program cannot disagree.
/// </summary>
internal static class TensorBinding
{
    private const string Weight = "weight";

    /// <summary>The full name of a layer's tensor.</summary>
    public static string TensorName(string prefix, string suffix) =>
        prefix.Length == 0 ? suffix : prefix + "." + suffix;

    /// <summary>The prefix of a weight tensor; null for any other.</summary>
    public static string? PrefixOf(string tensorName) =>
        tensorName == Weight ? ""
        : tensorName.Length > Weight.Length + 1 && tensorName.EndsWith("." + Weight, StringComparison.Ordinal)
            ? tensorName.Substring(0, tensorName.Length - Weight.Length - 1)
            : null;

    /// <summary>
    /// Gives each layer its prefix: its name, where it has one; else, in order, the next of the remaining prefixes that
    /// have a weight tensor, in natural order (2 before 10). A layer for which none is left gets null.
    /// </summary>
    /// <param name="tensorNames">The names of all tensors in the file.</param>
    /// <param name="layerNames">For each layer with parameters its declared name, or null.</param>
    public static string?[] Prefixes(IEnumerable<string> tensorNames, IReadOnlyList<string?> layerNames)
    {
        var prefixes = new List<string>();
        foreach (string tensor in tensorNames)
        {
            if (PrefixOf(tensor) is string prefix && !layerNames.Contains(prefix))
            {
                prefixes.Add(prefix);
            }
        }

        prefixes.Sort(CompareNaturally);
        var result = new string?[layerNames.Count];
        int next = 0;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = layerNames[i] ?? (next < prefixes.Count ? prefixes[next++] : null);
        }

        return result;
    }

    /// <summary>Compares runs of digits as numbers of any length, everything else by character code.</summary>
    public static int CompareNaturally(string a, string b)
    {
        int i = 0;
        int j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (!IsDigit(a[i]) || !IsDigit(b[j]))
            {
                if (a[i] != b[j])
                {
                    return a[i].CompareTo(b[j]);
                }

                i++;
                j++;
                continue;
            }

            i = SkipZeros(a, i);
            j = SkipZeros(b, j);
            int left = CountDigits(a, i);
            int right = CountDigits(b, j);
            int order = left != right ? left.CompareTo(right) : string.CompareOrdinal(a, i, b, j, left);
            if (order != 0)
            {
                return order;
            }

            i += left;
            j += right;
        }

        int rest = (a.Length - i).CompareTo(b.Length - j);
        // Names such as "1" and "01" differ in leading zeros only, and still need one fixed order.
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    private static int SkipZeros(string text, int place)
    {
        while (place < text.Length && text[place] == '0')
        {
            place++;
        }

        return place;
    }

    private static int CountDigits(string text, int start)
    {
        int end = start;
        while (end < text.Length && IsDigit(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
