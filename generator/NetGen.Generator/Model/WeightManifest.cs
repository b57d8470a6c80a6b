using System.Globalization;

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

    /// <summary>Whether <c>Weights = "name"</c> means this file: the item's whole path, or its last parts.</summary>
    public bool Matches(string name) => IsAt(name) || Path.EndsWith("/" + WithSlashes(name), StringComparison.Ordinal);

    /// <summary>Whether a name is the item's whole path.</summary>
    public bool IsAt(string name) => Path == WithSlashes(name);

    public ManifestTensor? Find(string name) => Tensors.FirstOrDefault(tensor => tensor.Name == name);

    private static string WithSlashes(string path) => path.Replace('\\', '/');

    private static ManifestTensor ParseTensor(string line)
    {
        string[] parts = line.Split(' ');
        return new ManifestTensor(
            Uri.UnescapeDataString(parts[3]),
            Uri.UnescapeDataString(parts[0]),
            new EquatableArray<long>(parts[1] == "-"
                ? []
                : parts[1].Split('x').Select(size => long.Parse(size, CultureInfo.InvariantCulture))),
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

/// <summary>One tensor of a weights file. <c>Values</c> is empty where the manifest has none.</summary>
internal sealed record ManifestTensor(string Name, string Type, EquatableArray<long> Shape, EquatableArray<float> Values);
