using System.Globalization;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>
/// What the build task wrote of a weights file, since a generator may not read files: the tensors' names, dtypes and
/// shapes, and for small files their values.
/// </summary>
internal sealed record WeightManifest(
    string Path, string? Resource, EquatableArray<ManifestTensor> Tensors, string? Error)
{
    public const string FileExtension = ".netgen-weights";
    private const string FirstLine = "netgen-weights 1";

    public static WeightManifest Parse(string text)
    {
        string path = "", error = "";
        string? resource = null;
        List<ManifestTensor> tensors = [];
        string[] lines = text.Split('\n');
        if (lines[0] != FirstLine)
        {
            error = $"the manifest starts with '{lines[0]}', not '{FirstLine}': the package's task and generator differ in version";
        }

        foreach (string line in lines.Skip(1))
        {
            int space = line.IndexOf(' ');
            string rest = space < 0 ? "" : line[(space + 1)..];
            try
            {
                switch (space < 0 ? line : line[..space])
                {
                    case "path":
                        path = rest;
                        break;
                    case "resource":
                        resource = rest;
                        break;
                    case "error":
                        error = rest;
                        break;
                    case "tensor":
                        tensors.Add(ParseTensor(rest));
                        break;
                    case "values":
                        tensors[^1] = tensors[^1] with { Values = new EquatableArray<float>(rest.Split(' ').Select(ParseFloat)) };
                        break;
                }
            }
            catch (Exception e) when (e is FormatException or OverflowException or IndexOutOfRangeException or ArgumentException)
            {
                error = $"the manifest has the damaged line '{line}'";
            }
        }

        return new WeightManifest(path, resource, new EquatableArray<ManifestTensor>(tensors), error.Length == 0 ? null : error);
    }

    private static ManifestTensor ParseTensor(string line)
    {
        string[] parts = line.Split(' ');
        return new ManifestTensor(
            Uri.UnescapeDataString(parts[3]),
            Uri.UnescapeDataString(parts[0]),
            new EquatableArray<long>(parts[1] == "-"
                ? []
                : parts[1].Split('x').Select(size => long.Parse(size, CultureInfo.InvariantCulture))),
            parts[2] == "?" ? 0 : long.Parse(parts[2], CultureInfo.InvariantCulture),
            default);
    }

    private static float ParseFloat(string text) => text switch
    {
        "NaN" => float.NaN,
        "Infinity" => float.PositiveInfinity,
        "-Infinity" => float.NegativeInfinity,
        _ => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}

/// <summary>One tensor of a weights file.</summary>
/// <param name="NonFinite">The number of values that are NaN or infinite; 0 where they are of a type that is not read.</param>
/// <param name="Values">The values, or nothing where the manifest has none.</param>
internal sealed record ManifestTensor(
    string Name, string Type, EquatableArray<long> Shape, long NonFinite, EquatableArray<float> Values)
{
    private const int MostDimensions = 8;

    public bool IsReadable => Type is "F32" or "F16" or "BF16" or "F64";

    /// <summary>Whether it is a counter, an index or a mask, such as PyTorch saves beside the parameters.</summary>
    public bool IsBuffer => Type is "BOOL" or "I16" or "I32" or "I64" or "U16" or "U32" or "U64";

    public long Count => Shape.Aggregate(1L, (count, size) => unchecked(count * size));

    public string ShapeText => $"[{string.Join(", ", Shape.Take(MostDimensions))}{(Shape.Count > MostDimensions ? ", …" : "")}]";

    /// <summary>The tensor as messages show it: its name and shape.</summary>
    public string Text => $"{Names.Quote(Name)} {ShapeText}";

    public bool Fits(TensorShape expected) => Shape.SequenceEqual(expected.Dimensions.Select(size => (long)size));
}
