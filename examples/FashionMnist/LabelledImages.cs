using NetGen;

namespace FashionMnist;

/// <summary>Images of 28 x 28 pixels, each with the number of its class.</summary>
internal sealed class LabelledImages
{
    public const int Width = 28;
    public const int Height = 28;
    private const string ImagesSuffix = "images-idx3-ubyte";
    private const string LabelsSuffix = "labels-idx1-ubyte";

    private LabelledImages(string name, TrainingData<int> data) => (Name, Data) = (name, data);

    /// <summary>The name of the file the images are from.</summary>
    public string Name { get; }

    /// <summary>The images with their classes.</summary>
    public TrainingData<int> Data { get; }

    /// <summary>The class of each image, from 0.</summary>
    public ReadOnlySpan<int> Labels => Data.Targets;

    /// <summary>All pixels from 0 (black) to 1, [image, row, column].</summary>
    public ReadOnlySpan<float> Pixels => Data.Inputs;

    public int Count => Data.Count;

    /// <summary>The pixels of one image, row by row.</summary>
    public ReadOnlySpan<float> this[int index] => Pixels.Slice(index * Width * Height, Width * Height);

    /// <summary>
    /// Reads a folder's images and labels, two IDX files whose names begin alike. Of several pairs it takes the test
    /// images, t10k.
    /// </summary>
    /// <exception cref="IOException">There are no such files, or they cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or holds something else.</exception>
    public static LabelledImages Load(string folder) => Load(folder, FindPair(folder));

    /// <summary>Reads the images and labels whose file names begin with a prefix, such as <c>train-</c>.</summary>
    /// <exception cref="IOException">There are no such files, or they cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or holds something else.</exception>
    public static LabelledImages Load(string folder, string prefix)
    {
        string imagesPath = Existing(folder, prefix + ImagesSuffix) ?? throw Missing(folder, prefix + ImagesSuffix);
        string labelsPath = Existing(folder, prefix + LabelsSuffix) ?? throw Missing(folder, prefix + LabelsSuffix);
        TrainingData<int> data = IdxFile.Read(imagesPath, labelsPath);

        const int Classes = FashionClassifier.OutputLength;
        int bad = data.Targets.IndexOfAnyExceptInRange(0, Classes - 1);
        string? problem =
            data.InputLength != Width * Height
                ? $"{imagesPath}: expected images of {Width * Height} pixels, found {data.InputLength:N0}"
            : bad >= 0 ? $"{labelsPath}: expected labels from 0 to {Classes - 1}, found {data.Targets[bad]} at index {bad}"
            : null;
        return problem is null
            ? new LabelledImages(Path.GetFileName(imagesPath), data)
            : throw new InvalidDataException(problem);
    }

    /// <summary>What the names of images and labels both begin with.</summary>
    private static string FindPair(string folder)
    {
        if (!Directory.Exists(folder))
        {
            string kind = File.Exists(folder) ? "a file" : "nothing";
            throw new DirectoryNotFoundException($"{folder}: expected a folder, found {kind}");
        }

        string[] names = [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order()];
        string[] prefixes =
        [
            .. names.Select(name => name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name)
                .Where(name => name.EndsWith(ImagesSuffix, StringComparison.Ordinal))
                .Select(name => name[..^ImagesSuffix.Length])
                .Where(prefix => Existing(folder, prefix + LabelsSuffix) is not null)
                .Distinct()
        ];
        if (prefixes.Length == 0)
        {
            string found = names.Length == 0 ? "no file" : string.Join(", ", names);
            throw new FileNotFoundException(
                $"{folder}: expected two files whose names end in {ImagesSuffix} and {LabelsSuffix}, also with .gz, "
                    + $"and are equal before that, found {found}");
        }

        string[] candidates = prefixes.Length == 1 ? prefixes : [.. prefixes.Where(prefix => prefix.Contains("t10k"))];
        return candidates is [string only]
            ? only
            : throw new InvalidDataException(
                $"{folder}: expected one pair of images and labels, or one with t10k in its name, "
                    + $"found {prefixes.Length} pairs: {string.Join("*, ", prefixes)}*");
    }

    private static string? Existing(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? path : File.Exists(path + ".gz") ? path + ".gz" : null;
    }

    private static FileNotFoundException Missing(string folder, string name) =>
        new($"{folder}: expected a file {name} or {name}.gz, found neither");
}
