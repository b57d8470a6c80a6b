using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests;

/// <summary>
/// Which edits write a network's source again. That nothing else does, every run of the harness proves.
/// </summary>
public class CachingTests
{
    private const string Source =
        """
        using NetGen;

        [Network(4, Weights = "w.safetensors")]
        [Dense(3, Activation.LeakyRelu, Alpha = 0.5f)]
        [Dense(2, Name = "head")]
        partial class First { public int Own => 1; }

        [Network(2)]
        [Dense(1, Activation.Elu, Alpha = 0f, Weights = [1f, 2f], Bias = [0f])]
        partial class Second;
        """;

    private static readonly string _manifest =
        ManifestText.Of("w.safetensors", "R", ("0.weight", "F32", "3x4"), ("0.bias", "F32", "3"));

    [Theory]
    [InlineData("[Dense(3, ", "[Dense(/* three */ 3,\n    ")]
    [InlineData("public int Own => 1;", "public int Own => 2; public void More() { }")]
    [InlineData("public int Own => 1;", "")]
    [InlineData("public int Own => 1;", "public int Own => 1; public void Forward(string own) { }")]
    [InlineData("public int Own => 1; }", "public int Own => 1; } class Class; enum Enum { One }")]
    [InlineData("using NetGen;", "using System; using NetGen;")]
    [InlineData("[Network(4, ", "[NetGen.NetworkAttribute(2 + 2, ")]
    [InlineData("Alpha = 0.5f", "Alpha = 1f / 2")]
    [InlineData("partial class First", "internal sealed partial class First")]
    [InlineData("[1f, 2f]", "new float[] { 1, 2 }")]
    public void AnEditThatMeansTheSameWritesNothing(string before, string after) =>
        Assert.Empty(WrittenAfter(before, after));

    [Theory]
    [InlineData("[Dense(3, ", "[Dense(5, ", "First")]
    [InlineData("[Network(4, ", "[Network(5, ", "First")]
    [InlineData("Alpha = 0.5f", "Alpha = 0.25f", "First")]
    [InlineData("\"head\"", "\"tail\"", "First")]
    [InlineData("Activation.LeakyRelu", "Activation.Elu", "First")]
    [InlineData("[1f, 2f]", "[1f, 3f]", "Second")]
    [InlineData("Bias = [0f]", "Bias = [-0f]", "Second")]
    [InlineData("Alpha = 0f", "Alpha = -0f", "Second")]
    [InlineData("[Network(2)]", "[System.Diagnostics.DebuggerDisplay(\"own\")] [Network(2)]", "Second")]
    [InlineData("[Network(2)]\n", "[Network(2)]\n[Dense(2)]\n", "Second")]
    [InlineData("[Network(2)]", "[Network(2)] [Trainable(Loss.CrossEntropy)]", "Second Second.Trainer")]
    public void AnEditOfOneNetworkWritesThatOne(string before, string after, string written) =>
        Assert.Equal(written.Split(' ').Select(name => name + ".g.cs"), WrittenAfter(before, after));

    [Theory]
    [InlineData("partial class Second", "class Second")]
    [InlineData("partial class Second;", "partial class Second { int Summary => 1; }")]
    public void AnEditThatLeavesNothingToAddToTakesTheSourceAway(string before, string after)
    {
        GeneratorDriver driver = GeneratorRun.Driver([]).RunGenerators(TestCompilation.Of(Source));
        string edited = Source.Replace(before, after, StringComparison.Ordinal);
        GeneratorDriver then = driver.RunGenerators(TestCompilation.Of(edited));
        Assert.Equal(["First.g.cs"], GeneratorRun.ResultOf(then).GeneratedSources.Select(source => source.HintName));
    }

    [Fact]
    public void FloatsAreComparedByTheirBits()
    {
        float[][] different = [[0f], [-0f], [float.NaN], [BitConverter.Int32BitsToSingle(0x7fc00001)], [float.Epsilon]];
        EquatableArray<float>[] arrays = [.. different.Select(values => new EquatableArray<float>(values))];
        Assert.Equal(arrays.Length, arrays.Distinct().Count());
        Assert.Equal(arrays[2], new EquatableArray<float>([float.NaN]));
    }

    [Fact]
    public void AManifestThatNoNetworkNamesWritesNothing()
    {
        CSharpCompilation compilation = TestCompilation.Of(Source);
        GeneratorDriver driver = GeneratorRun.Driver([new ManifestFile(_manifest)]).RunGenerators(compilation);
        ManifestFile unnamed = new(ManifestText.Of("other.safetensors", "O"));
        ManifestFile text = new("not a manifest", "readme.txt");
        GeneratorDriver withMore = driver.AddAdditionalTexts([unnamed, text]);
        Assert.Empty(Written(driver, withMore.RunGenerators(compilation)));
    }

    [Fact]
    public void AChangedManifestWritesItsNetwork()
    {
        CSharpCompilation compilation = TestCompilation.Of(Source);
        ManifestFile file = new(_manifest);
        GeneratorDriver driver = GeneratorRun.Driver([file]).RunGenerators(compilation);
        string[] WrittenWith(string manifest) => Written(
            driver, driver.ReplaceAdditionalText(file, new ManifestFile(manifest)).RunGenerators(compilation));
        Assert.Empty(WrittenWith(_manifest));
        Assert.Equal(["First.g.cs"], WrittenWith(ManifestText.Of("w.safetensors", "Other")));
    }

    private static string[] WrittenAfter(string before, string after)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        string edited = Source.Replace(before, after, StringComparison.Ordinal);
        GeneratorDriver driver =
            GeneratorRun.Driver([new ManifestFile(_manifest)]).RunGenerators(TestCompilation.Of(Source));
        return Written(driver, driver.RunGenerators(TestCompilation.Of(edited)));
    }

    /// <summary>The files that the second run did not take over from the first.</summary>
    private static string[] Written(GeneratorDriver first, GeneratorDriver second)
    {
        Dictionary<string, SourceText> before = GeneratorRun.ResultOf(first).GeneratedSources
            .ToDictionary(source => source.HintName, source => source.SourceText);
        string[] written =
        [
            .. GeneratorRun.ResultOf(second).GeneratedSources
                .Where(source => !ReferenceEquals(source.SourceText, before.GetValueOrDefault(source.HintName)))
                .Select(source => source.HintName),
        ];
        Assert.Equal(written.Length > 0, CachingCheck.HasRegenerated(second));
        return written;
    }
}
