using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests;

/// <summary>The pages of the rules about shapes and weights are true: what they show as wrong gets the message they show.</summary>
public class ShapePagesTests
{
    [Theory]
    [InlineData("NETGEN101")]
    [InlineData("NETGEN102")]
    [InlineData("NETGEN103")]
    [InlineData("NETGEN104", "net.safetensors", "encoder.fc1.weight F32 2x4", "encoder.fc1.bias F32 2")]
    [InlineData(
        "NETGEN105", "digits.safetensors", "0.weight F32 256x784", "0.bias F32 256", "2.weight F32 10x256", "2.bias F32 10")]
    [InlineData("NETGEN106", "net.safetensors", "0.weight F8_E4M3 2x1", "0.bias F32 2")]
    [InlineData("NETGEN107")]
    [InlineData("NETGEN108")]
    [InlineData(
        "NETGEN109", "digits.safetensors", "0.weight F32 256x784", "0.bias F32 256", "2.weight F32 10x256", "2.bias F32 10")]
    [InlineData("NETGEN205")]
    public async Task ShowsWhatIsFound(string id, string file = "", params string[] tensors)
    {
        string[] sections = File.ReadAllText(Path.Combine(Folder(), id + ".md")).Split("\n## ");
        string manifest = ManifestText.Of(file, "R", [.. tensors.Select(tensor => tensor.Split(' ')).Select(t => (t[0], t[1], t[2]))]);
        ManifestFile[] manifests = file.Length == 0 ? [] : [new(manifest)];
        string wrong = Block(sections[3], "csharp"), message = Block(sections[3], "");
        (string Rule, string Place, string Message) finding = Assert.Single(await FindingsAsync(wrong, manifests));
        Assert.Equal((id, message.TrimEnd()), (finding.Rule, finding.Message));

        // The type that can be read is the file's, not the source's.
        manifests = [.. manifests.Select(_ => new ManifestFile(manifest.Replace("F8_E4M3", "F32", StringComparison.Ordinal)))];
        Assert.Empty(await FindingsAsync(Block(sections[4], "csharp"), manifests));
    }

    private static Task<(string Rule, string Place, string Message)[]> FindingsAsync(string source, ManifestFile[] manifests) =>
        GeneratorRun.Of("using NetGen;\n" + source, manifests).FindingsAsync(manifests);

    /// <summary>The first block of a language in a section; of no language, the first that is plain.</summary>
    private static string Block(string section, string language) =>
        section.Split("```").Where((_, index) => index % 2 == 1).First(block => block.StartsWith(language + "\n", StringComparison.Ordinal))
            [(language.Length + 1)..];

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath("../../../generator/docs/rules", Path.GetDirectoryName(file)!);
}
