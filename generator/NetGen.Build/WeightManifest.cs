using System.Globalization;
using System.Text;
using NetGen.Weights;

namespace NetGen.Build;

/// <summary>
/// The text the generator gets in place of a weights file, since a generator may not read files. Lines, each ended by a
/// line feed:
/// <code>
/// netgen-weights 1
/// path models/fashion.safetensors
/// resource NetGen.Weights/models/fashion.safetensors
/// tensor F32 256x784 0 0.weight
/// values 1.5 -0.25 NaN Infinity
/// error message
/// </code>
/// A <c>tensor</c> has its type, shape (<c>-</c> for a scalar), number of NaN and infinite values (<c>?</c> for types
/// that are not read) and name; type and name are percent-encoded. Either there is a <c>resource</c>, or each tensor that
/// is read and not empty has its <c>values</c>, the shortest text that gives the same float32. An <c>error</c> stands in
/// place of both.
/// </summary>
internal static class WeightManifest
{
    /// <summary>The most values, in all tensors together, that a manifest holds.</summary>
    internal const long MaxValues = 4096;

    private const int ChunkLength = 16384;

    /// <summary>Reads a weights file.</summary>
    /// <param name="name">The file's name in the project, with <c>/</c> between folders.</param>
    /// <param name="path">Where the file is.</param>
    /// <returns>The manifest, with an <c>error</c> where the file is missing or damaged.</returns>
    internal static string Create(string name, string path)
    {
        string head = $"netgen-weights 1\npath {name}\n";
        try
        {
            return File.Exists(path) ? head + Describe(name, path) : $"{head}error the file does not exist\n";
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return $"{head}error {e.Message.ReplaceLineEndings(" ")}\n";
        }
    }

    private static string Describe(string name, string path)
    {
        using FileStream stream = File.OpenRead(path);
        IReadOnlyList<SafetensorsTensor> tensors = SafetensorsHeader.Read(stream).Tensors;
        bool hasValues = tensors.Where(CanRead).Sum(tensor => tensor.ElementCount) <= MaxValues;
        var text = new StringBuilder(hasValues ? "" : $"resource NetGen.Weights/{name}\n");
        long start = stream.Position;
        foreach (SafetensorsTensor tensor in tensors)
        {
            var values = new StringBuilder();
            string nonFinite = "?";
            if (CanRead(tensor))
            {
                stream.Position = start + tensor.Begin;
                long count = ReadValues(stream, tensor, hasValues ? values : null);
                nonFinite = count.ToString(CultureInfo.InvariantCulture);
            }

            string shape = tensor.Shape is [] ? "-" : string.Join('x', tensor.Shape);
            text.Append($"tensor {Escape(tensor.Type)} {shape} {nonFinite} {Escape(tensor.Name)}\n");
            if (values.Length > 0)
            {
                text.Append("values").Append(values).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Reads a tensor in chunks, prints its values where asked to, counts those that are not finite.</summary>
    private static long ReadValues(Stream stream, SafetensorsTensor tensor, StringBuilder? text)
    {
        int size = TensorValues.ElementSize(tensor.Type);
        var bytes = new byte[(int)Math.Min(tensor.ElementCount, ChunkLength) * size];
        var values = new float[bytes.Length / size];
        long nonFinite = 0;
        for (long left = tensor.ElementCount; left > 0; left -= values.Length)
        {
            int count = (int)Math.Min(left, values.Length);
            stream.ReadExactly(bytes, 0, count * size);
            try
            {
                TensorValues.Convert(bytes.AsSpan(0, count * size), tensor.Type, values.AsSpan(0, count));
            }
            catch (InvalidDataException e)
            {
                throw SafetensorsParser.Invalid(tensor.Name, e.Message);
            }

            foreach (float value in values.AsSpan(0, count))
            {
                nonFinite += float.IsFinite(value) ? 0 : 1;
                text?.Append(CultureInfo.InvariantCulture, $" {value:R}");
            }
        }

        return nonFinite;
    }

    private static bool CanRead(SafetensorsTensor tensor) => TensorValues.CanConvert(tensor.Type);

    /// <summary>The file's own text may hold spaces and line ends.</summary>
    private static string Escape(string text) => Uri.EscapeDataString(text);
}
