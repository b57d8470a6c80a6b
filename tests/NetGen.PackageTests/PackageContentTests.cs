using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace NetGen.PackageTests;

public sealed class PackageContentTests(PackedRepository repository)
{
    [Fact]
    public void PackageHasTheseFilesAndNoOthers()
    {
        Assert.Equal(
            [
                "LICENSE", "NetGen.nuspec", "README.md",
                "analyzers/dotnet/cs/NetGen.CodeFixes.dll", "analyzers/dotnet/cs/NetGen.Generator.dll",
                "buildTransitive/NetGen.props", "buildTransitive/NetGen.targets",
                "lib/net10.0/NetGen.dll", "lib/net10.0/NetGen.xml",
                "tasks/net10.0/NetGen.Build.dll",
            ],
            Entries(repository.Feed, ".nupkg").Keys);
    }

    [Fact]
    public void SymbolsAreAPackageOfTheirOwn()
    {
        Assert.Equal(["NetGen.nuspec", "lib/net10.0/NetGen.pdb"], Entries(repository.Feed, ".snupkg").Keys);
    }

    [Fact]
    public void PackageDependsOnNoOther()
    {
        byte[] nuspec = Entries(repository.Feed, ".nupkg")["NetGen.nuspec"];
        List<XElement> elements = [.. XDocument.Load(new MemoryStream(nuspec)).Descendants()];

        Assert.DoesNotContain(elements, element => element.Name.LocalName is "dependency" or "frameworkReference");
        Assert.Equal("MIT", Assert.Single(elements, element => element.Name.LocalName == "license").Value);
        Assert.Equal("README.md", Assert.Single(elements, element => element.Name.LocalName == "readme").Value);
    }

    [Fact]
    public void PackingInAnotherFolderGivesTheSameBytes()
    {
        string second = repository.Pack("second");

        foreach (string kind in (string[])[".nupkg", ".snupkg"])
        {
            SortedDictionary<string, byte[]> first = Entries(repository.Feed, kind);
            SortedDictionary<string, byte[]> other = Entries(second, kind);
            Assert.Equal(first.Keys, other.Keys);
            Assert.All(first, entry => Assert.True(entry.Value.AsSpan().SequenceEqual(other[entry.Key]), entry.Key));
        }
    }

    [Fact]
    public void NoFileNamesTheFolderItWasBuiltIn()
    {
        byte[] folder = Encoding.UTF8.GetBytes(Path.GetDirectoryName(repository.Feed)!);

        Assert.All(
            Entries(repository.Feed, ".nupkg").Concat(Entries(repository.Feed, ".snupkg")),
            entry => Assert.True(entry.Value.AsSpan().IndexOf(folder) < 0, entry.Key));
    }

    /// <summary>The files of a package, without those that the package format itself needs.</summary>
    private static SortedDictionary<string, byte[]> Entries(string folder, string extension)
    {
        string file = Path.Combine(folder, $"NetGen.{PackedRepository.Version}{extension}");
        using ZipArchive package = ZipFile.OpenRead(file);
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (ZipArchiveEntry entry in package.Entries)
        {
            if (entry.FullName is not ("[Content_Types].xml" or "_rels/.rels")
                && !entry.FullName.StartsWith("package/services/", StringComparison.Ordinal))
            {
                using var bytes = new MemoryStream();
                using Stream content = entry.Open();
                content.CopyTo(bytes);
                entries[entry.FullName] = bytes.ToArray();
            }
        }

        return entries;
    }
}
