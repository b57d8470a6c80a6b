using System.Text.Json;

namespace NetGen.PackageTests;

/// <summary>What the package's targets hand to the compiler for NetworkWeights items.</summary>
public sealed class NetworkWeightsTests : IDisposable
{
    private static readonly byte[] _large = WeightsFile.OfFloats(("a", new float[5000]));
    private static readonly byte[] _small = WeightsFile.OfFloats(("a", [1f, 2f]));

    private readonly PackedRepository _repository;
    private readonly string _project;

    public NetworkWeightsTests(PackedRepository repository)
    {
        _repository = repository;
        _project = repository.NewProject("Consumer");
        File.WriteAllText(Path.Combine(_project, "Program.cs"), "System.Console.WriteLine();");
        Write("models/one/net.safetensors", _large);
        Write("models/it's (2)/net.safetensors", _small);
        Dotnet("restore -v q");
    }

    private string ManifestFolder => Path.Combine(_project, "obj/Debug/net10.0/netgen");

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Fact]
    public void FilesOfEqualNameGetTheirOwnManifests()
    {
        CompilerInput[] inputs = Compile();

        Assert.Equal(
            ["models/it's (2)/net.safetensors", "models/one/net.safetensors"],
            Manifests(inputs).Select(text => text.Split('\n')[1]["path ".Length..]).Order(StringComparer.Ordinal));
        Assert.Single(Manifests(inputs), manifest => manifest.Contains("values 1 2\n", StringComparison.Ordinal));
    }

    [Fact]
    public void OnlyAFileOfManyValuesIsEmbedded()
    {
        string resource = Assert.Single(Resources(Compile()));

        Assert.Equal("models/one/net.safetensors,NetGen.Weights/models/one/net.safetensors", resource);
    }

    [Fact]
    public void NameThatLooksLikeALanguageMakesNoSatellite()
    {
        Write("models/net.de.safetensors", _large);

        Assert.Contains("models/net.de.safetensors,NetGen.Weights/models/net.de.safetensors", Resources(Compile()));
        Assert.Empty(Directory.GetFiles(Path.Combine(_project, "bin"), "*.resources.dll", SearchOption.AllDirectories));
    }

    [Fact]
    public void DesignTimeBuildHasTheSameInputs()
    {
        CompilerInput[] designTime = Compile(
            "-t:Compile -p:DesignTimeBuild=true -p:BuildingInsideVisualStudio=true -p:SkipCompilerExecution=true");
        Assert.False(File.Exists(Path.Combine(_project, "obj/Debug/net10.0/Consumer.dll")));
        Assert.Equal(2, Manifests(designTime).Length);
        Assert.Single(Resources(designTime));
        CompilerInput[] build = Compile();
        Assert.Equal(Manifests(build), Manifests(designTime));
        Assert.Equal(Resources(build), Resources(designTime));
    }

    [Fact]
    public void FileIsReadAgainOnlyWhenItChanged()
    {
        Compile();
        Dictionary<string, DateTime> before = Times();

        Compile();
        Assert.Equal(before, Times());

        string changed = Write("models/it's (2)/net.safetensors", WeightsFile.OfFloats(("a", [3f, 2f])));
        Assert.Contains(Manifests(Compile()), manifest => manifest.Contains("values 3 2\n", StringComparison.Ordinal));
        Dictionary<string, DateTime> after = Times();
        Assert.Equal(2, after.Count(file => file.Value != before[file.Key]));

        File.SetLastWriteTimeUtc(changed, DateTime.UtcNow);
        Compile();
        string read = Assert.Single(Times(), file => file.Value != after[file.Key]).Key;
        Assert.EndsWith(".read", read, StringComparison.Ordinal);
    }

    [Fact]
    public void RemovedItemLeavesNothing()
    {
        Compile();
        string[] files = Directory.GetFiles(ManifestFolder);
        Assert.Equal(4, files.Length);
        DateTime built = File.GetLastWriteTimeUtc(Path.Combine(_project, "bin/Debug/net10.0/Consumer.dll"));

        File.Delete(Path.Combine(_project, "models/it's (2)/net.safetensors"));
        CompilerInput[] inputs = Compile();

        Assert.Single(Manifests(inputs));
        Assert.Equal(2, Directory.GetFiles(ManifestFolder).Length);
        Assert.NotEqual(built, File.GetLastWriteTimeUtc(Path.Combine(_project, "bin/Debug/net10.0/Consumer.dll")));

        Dotnet("clean -v q");
        Assert.Empty(Directory.GetFiles(ManifestFolder));
    }

    [Fact]
    public void FileThatWasMissingIsReadWhateverItsAge()
    {
        string project = Path.Combine(_project, "Consumer.csproj");
        string text = File.ReadAllText(project);
        File.WriteAllText(project, text.Replace("models/**/*", "models/one/net", StringComparison.Ordinal));
        string file = Path.Combine(_project, "models/one/net.safetensors");
        File.Move(file, file + ".away");
        File.SetLastWriteTimeUtc(file + ".away", new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        CompilerInput[] inputs = Compile();
        Assert.EndsWith("error the file does not exist\n", Assert.Single(Manifests(inputs)), StringComparison.Ordinal);
        Assert.Empty(Resources(inputs));

        File.Move(file + ".away", file);

        Assert.Single(Resources(Compile()));
    }

    [Fact]
    public void ItemIsListedOnce()
    {
        string items = Dotnet("msbuild -getItem:None -getItem:Content -getItem:AvailableItemName");

        Assert.DoesNotContain("safetensors", items, StringComparison.Ordinal);
        Assert.Contains("NetworkWeights", items, StringComparison.Ordinal);
    }

    /// <summary>Builds, and gives what the compiler was run with.</summary>
    private CompilerInput[] Compile(string how = "-t:Build")
    {
        string json = Dotnet($"msbuild {how} -p:ProvideCommandLineArgs=true -getItem:CscCommandLineArgs");
        return [.. JsonDocument.Parse(json).RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs")
            .EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .Select(parts => new CompilerInput(parts[0], parts[1]))];
    }

    private string[] Manifests(CompilerInput[] inputs) =>
        [.. inputs.Where(input => input.Option == "/additionalfile")
            .Select(input => File.ReadAllText(Path.Combine(_project, input.Value.Trim('"'))))];

    private static string[] Resources(CompilerInput[] inputs) =>
        [.. inputs.Where(input => input.Option == "/resource").Select(input => input.Value)];

    private Dictionary<string, DateTime> Times() =>
        Directory.GetFiles(ManifestFolder).ToDictionary(file => file, File.GetLastWriteTimeUtc);

    private string Dotnet(string arguments) => _repository.Dotnet(_project, arguments);

    private string Write(string path, byte[] content)
    {
        string file = Path.Combine(_project, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    private sealed record CompilerInput(string Option, string Value);
}
