using System.Globalization;

namespace NetGen.Generator.Tests;

/// <summary>Weight manifests as the build task writes them.</summary>
internal static class ManifestText
{
    /// <summary>A manifest of a file whose values are in the resource.</summary>
    public static string Of(string path, string resource, params (string Name, string Type, string Shape)[] tensors) =>
        $"netgen-weights 1\npath {path}\nresource {resource}\n"
            + string.Concat(tensors.Select(tensor =>
                $"tensor {tensor.Type} {tensor.Shape} 0 {Uri.EscapeDataString(tensor.Name)}\n"));

    /// <summary>A manifest of a file with its values.</summary>
    public static string Of(string path, params (string Name, string Shape, float[] Values)[] tensors) =>
        $"netgen-weights 1\npath {path}\n"
            + string.Concat(tensors.Select(tensor =>
                $"tensor F32 {tensor.Shape} {Count(tensor.Values)} {Uri.EscapeDataString(tensor.Name)}\n"
                    + $"values {string.Join(" ", tensor.Values.Select(Text))}\n"));

    /// <summary>A manifest of a file that cannot be read.</summary>
    public static string OfError(string path, string error) => $"netgen-weights 1\npath {path}\nerror {error}\n";

    private static string Count(float[] values) =>
        values.Count(value => !float.IsFinite(value)).ToString(CultureInfo.InvariantCulture);

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture);
}
