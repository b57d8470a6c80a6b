using Microsoft.CodeAnalysis;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>When the second fix of NETGEN201 is offered beside the first, and when it would do harm.</summary>
public class MergeOfferTests
{
    private const string AddRelu = "Add Activation.Relu between the layers";

    [Theory]
    [InlineData("[Dense(256)] [Dense(128)]", "Merge the two layers")]
    [InlineData("[Dense(512)] [Dense(256)] [Dense(128)]", "Merge the 3 layers")]
    [InlineData("[Dense(784)] [Dense(8)] [Dense(784)]", "Merge the 3 layers into two")]
    [InlineData("[Dense(8)] [Dense(784)]", null)] // fewer parameters as it is
    [InlineData("[Dense(256)]\n#if DEBUG\n[Dense(200)]\n#endif\n[Dense(128)]", null)]
    [InlineData("[Dense(256)]\n#pragma warning disable CS1591\n[Dense(128)]", null)]
    public Task Offers(string layers, string? merge) => AssertOfferAsync(merge, $"[Network(784)]\n{layers}\npartial class Net;");

    [Fact]
    public Task AProductThatIsNotFiniteIsNotWritten() => AssertOfferAsync(
        null,
        """
        [Network(1)]
        [Dense(1, UseBias = false, Weights = [1e30f])]
        [Dense(1, UseBias = false, Weights = [1e30f])]
        partial class Net;
        """);

    // 64 x 64 weights, without and with a bias.
    [Theory]
    [InlineData(", UseBias = false", "Merge the two layers")]
    [InlineData(", Bias = BIAS", null)]
    public async Task AProductThatIsAFileOfItsOwnIsNotWritten(string bias, string? merge)
    {
        string Ones(int count) => $"[{string.Join(", ", Enumerable.Repeat("1", count))}]";
        string layer = $"[Dense(64, Weights = {Ones(64 * 64)}{bias.Replace("BIAS", Ones(64), StringComparison.Ordinal)})]";
        await AssertOfferAsync(merge, $"[Network(64)]\n{layer}\n{layer}\npartial class Net;");
    }

    // The file has tensors for two layers.
    [Fact]
    public Task WeightsOfAFileAreNotMerged() => AssertOfferAsync(
        null,
        "[Network(3, Weights = \"net.safetensors\")]\n[Dense(4)]\n[Dense(2)]\npartial class Net;",
        new ManifestFile(ManifestText.Of(
            "net.safetensors",
            "resource",
            ("0.weight", "F32", "4x3"), ("0.bias", "F32", "4"), ("1.weight", "F32", "2x4"), ("1.bias", "F32", "2"))));

    // After the merge Dense2 would be Dense1, and Dense3 would be Dense2.
    [Theory]
    [InlineData("Net.Dense1.Outputs", false)]
    [InlineData("Net.Dense2.Outputs", false)]
    [InlineData("Net.Dense3.Outputs", false)]
    [InlineData("Net.last.Inputs", true)]
    [InlineData("Net.ParameterCount", true)]
    [InlineData("Other.Dense3.Outputs", true)]
    public Task LayersThatCodeRefersToKeepTheirNames(string constant, bool isOffered) => AssertOfferAsync(
        isOffered ? "Merge the two layers" : null,
        $$"""
        [Network(4)]
        [Dense(8)]
        [Dense(7, Activation.Relu)]
        [Dense(6, Activation.Relu)]
        [Dense(2, Name = "last")]
        partial class Net;

        [Network(4)]
        [Dense(8, Activation.Relu)]
        [Dense(7, Activation.Relu)]
        [Dense(6, Activation.Relu)]
        partial class Other;

        class User
        {
            long Get() => {{constant}};
        }
        """);

    [Fact]
    public Task DocumentationRefersToLayersToo() => AssertOfferAsync(
        null,
        """
        /// <summary>Ends in <see cref="Dense2"/>.</summary>
        [Network(4)]
        [Dense(8)]
        [Dense(7)]
        partial class Net;
        """);

    // The default name of a layer after the chain would become one that another layer was given.
    [Fact]
    public Task NoTwoLayersGetTheSameName() => AssertOfferAsync(
        null,
        """
        [Network(4)]
        [Dense(4)]
        [Dense(3, Activation.Relu, Name = "fc")]
        [Dense(3, Activation.Relu)]
        [Dense(3, Name = "Dense2")]
        partial class Net;
        """);

    /// <summary>Fails unless the merge of that title is offered for the only finding, or none for null.</summary>
    private static async Task AssertOfferAsync(string? merge, string source, params AdditionalText[] manifests)
    {
        using FixRun<MissingNonlinearityAnalyzer, MissingNonlinearityFix> run = new("using NetGen;\n" + source, manifests);
        string[] titles = await run.TitlesAsync(Assert.Single(await run.FindAsync()));
        Assert.Equal(merge is null ? [AddRelu] : [AddRelu, merge], titles);
    }
}
