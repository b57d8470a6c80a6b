using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>The second fix of NETGEN201.</summary>
public class MergeLayersTests
{
    private const string Key = "MergeLayers";

    [Fact]
    public async Task InWhateverFormTheLayersAreWritten()
    {
        (string Layers, string Fixed)[] forms =
        [
            ("[Dense(256)]\n[Dense(128)]", "[Dense(128)]"),
            ("[Dense(784, 256)]\n[Dense(256, 128)]", "[Dense(784, 128)]"),
            ("[Dense(inputs: 784, outputs: 256)]\n[Dense(128)]", "[Dense(784, 128)]"),
            ("[Dense(256)]\n[Dense(256, 128)]", "[Dense(128)]"),
            ("[Dense(256)]\n[Dense(outputs: 128, inputs: 256)]", "[Dense(outputs: 128)]"),
            ("[Dense(784, 256)]\n[Dense(outputs: 128)]", "[Dense(784, outputs: 128)]"),
            ("[Dense(256)]\n[Dense(128, Activation.Gelu)]", "[Dense(128, Activation.Gelu)]"),
            (
                "[Dense(256, Activation.LeakyRelu, Alpha = 1)]\n[Dense(128, Activation.Elu, Alpha = 2)]",
                "[Dense(128, Activation.Elu, Alpha = 2)]"),
            ("[Dense(256, Name = \"fc1\")]\n[Dense(128, Name = \"fc2\")]", "[Dense(128, Name = \"fc2\")]"),
            ("[Dense(256, UseBias = false)]\n[Dense(128)]", "[Dense(128)]"),
            ("[Dense(256)]\n[Dense(128, UseBias = false)]", "[Dense(128)]"),
            ("[Dense(256)]\n[Dense(128, UseBias = false, Name = \"fc\")]", "[Dense(128, Name = \"fc\")]"),
            ("[Dense(256, UseBias = false)]\n[Dense(128, UseBias = false)]", "[Dense(128, UseBias = false)]"),
            ("[Dense(256, SparseInput = true)]\n[Dense(128)]", "[Dense(128, SparseInput = true)]"),
            (
                "[Dense(784, 256, SparseInput = true, Name = \"a\")]\n[Dense(128, Name = \"b\")]",
                "[Dense(784, 128, Name = \"b\", SparseInput = true)]"),
            ("[Dense(256), Dense(128)]", "[Dense(128)]"),
            ("[Dense(256),\n Dense(128)]", "[Dense(128)]"),
            ("[Dense(512), Dense(256)]\n[Dense(128)]", "[Dense(128)]"),
            ("[Dense(512)]\n[Dense(256), Dense(128)]", "[Dense(128)]"),
            ("[Dense(512)] [Dense(256)] [Dense(128)]", "[Dense(128)]"),
            ("[Serializable, Dense(256)]\n[Dense(128)]", "[Serializable]\n[Dense(128)]"),
            ("[Dense(256), Serializable]\n[Dense(128)]", "[Serializable]\n[Dense(128)]"),
            ("[Dense(256)] [Serializable]\n[Dense(128)]", "[Serializable]\n[Dense(128)]"),
            ("[Serializable] [Dense(256)]\n[Dense(128)]", "[Serializable] [Dense(128)]"),
            ("[\n    Serializable,\n    Dense(256),\n    Dense(128),\n]", "[\n    Serializable,\n    Dense(128),\n]"),
            (
                "[Dense(256)]\n[Trainable(Loss.Huber)]\n[Dense(128)]\n[Obsolete]",
                "[Trainable(Loss.Huber)]\n[Dense(128)]\n[Obsolete]"),
            ("[Dense(784)]\n[Dense(8)]\n[Dense(784)]", "[Dense(8)]\n[Dense(784)]"),
            ("[Dense(784, 400)]\n[Dense(400, 8)]\n[Dense(16)]\n[Dense(16, 784)]", "[Dense(784, 8)]\n[Dense(784)]"),
        ];
        await Test(
            forms.Select(form => $"[Network(784)]\n{form.Layers}\npartial class Net"),
            forms.Select(form => $"[Network(784)]\n{form.Fixed}\npartial class Net"));
    }

    [Fact]
    public async Task CommentsStay()
    {
        (string Layers, string Fixed)[] forms =
        [
            (
                "// features\n[Dense(256)]\n// logits\n[Dense(128)] // ten",
                "// features\n// logits\n[Dense(128)] // ten"),
            (
                "// features\n[Dense(256 /* wide */)] // hidden\n// logits\n[Dense(128)]",
                "// features\n/* wide */\n// hidden\n// logits\n[Dense(128)]"),
            (
                "[Dense(256 /* wide */)] [Dense(128)]",
                "/* wide */ [Dense(128)]"),
            (
                "[Dense(256), // hidden\n Dense(128)] // logits",
                "[// hidden\n Dense(128)] // logits"),
            (
                "[Serializable,\n Dense(256), // hidden\n Dense(128)] // logits",
                "[Serializable,\n // hidden\n Dense(128)] // logits"),
            (
                "[Serializable, // first\n Dense(256 /* wide */)]\n[Dense(128)] // logits",
                "[Serializable]\n// first\n/* wide */ [Dense(128)] // logits"),
            (
                "[Serializable] [Dense(256)] // hidden\n[Dense(128)]",
                "[Serializable] // hidden\n[Dense(128)]"),
            (
                "[Dense(256)]\n[Dense(256 /* before */, 128)]",
                "[Dense(/* before */ 128)]"),
            (
                "[Dense(256)]\n[Dense(128, UseBias = false /* none */)]",
                "[Dense(128 /* none */ )]"),
        ];
        await Test(
            forms.Select(form => $"/// <summary>Documented.</summary>\n[Network(784)]\n{form.Layers}\npartial class Net"),
            forms.Select(form => $"/// <summary>Documented.</summary>\n[Network(784)]\n{form.Fixed}\npartial class Net"));
    }

    [Fact]
    public async Task WhatStandsAboveTheFirstAttributeStays() => await Test(
        ["/// <summary>Documented.</summary>\n#region Layers\n[Dense(3)]\n[Network(4)]\n[Dense(2)]\n#endregion\npartial class Net"],
        ["/// <summary>Documented.</summary>\n#region Layers\n[Network(4)]\n[Dense(2)]\n#endregion\npartial class Net"]);

    // W2 W1 = [1*1 + 2*3, 1*2 + 2*4] = [7, 10] and W2 b1 + b2 = 1*0.5 + 2*0.25 + 3 = 4.
    [Fact]
    public async Task WeightsAreMultiplied()
    {
        (string Layers, string Fixed)[] forms =
        [
            (
                "[Dense(2, Weights = [1, 2, 3, 4], Bias = [0.5f, 0.25f])]\n[Dense(1, Weights = [1, 2], Bias = [3])]",
                "[Dense(1, Weights = [7f, 10f], Bias = [4f])]"),
            (
                "[Dense(2, Weights = new float[] { 1, 2, 3, 4 }, UseBias = false)]\n"
                    + "[Dense(1, Weights = new float[2] { 1, 2 }, Bias = new[] { 3f })]",
                "[Dense(1, Weights = new float[] { 7f, 10f }, Bias = new[] { 3f })]"),
            (
                "[Dense(2, Weights = [1, 2, 3, 4], Bias = [0.5f, 0.25f])]\n[Dense(1, UseBias = false, Weights = new[] { 1f, 2f })]",
                "[Dense(1, Weights = new[] { 7f, 10f }, Bias = new[] { 1f })]"),
            (
                "[Dense(2, UseBias = false, Weights = [1, 2, 3, 4])]\n[Dense(1, UseBias = false, Weights = [1, -2])]",
                "[Dense(1, UseBias = false, Weights = [-5f, -6f])]"),
            (
                "[Dense(2, Weights = [1, 2, 3, 4], Bias = [0.5f, 0.25f])]\n[Dense(1,\n    UseBias = false,\n    Weights = [1, 2])]",
                "[Dense(1,\n    Weights = [7f, 10f],\n    Bias = [1f])]"),
        ];
        await Test(
            forms.Select(form => $"[Network(2)]\n{form.Layers}\npartial class Net"),
            forms.Select(form => $"[Network(2)]\n{form.Fixed}\npartial class Net"));
    }

    // Rounded to float, 3e9 * 0.1f and 1e9 * 0.3f are equal.
    [Fact]
    public async Task ProductsAreRoundedOnce() => await Test(
        [
            "[Network(1)]\n[Dense(2, UseBias = false, Weights = [0.1f, 0.3f])]\n"
                + "[Dense(1, UseBias = false, Weights = [3e9f, -1e9f])]\npartial class Net",
        ],
        ["[Network(1)]\n[Dense(1, UseBias = false, Weights = [-7.4505806f])]\npartial class Net"]);

    [Fact]
    public async Task LongArraysAreWrapped()
    {
        string thirty = Many("0.5f", 30);
        await Test(
            [
                $"[Network(30)]\r\n[Dense(1, UseBias = false, Weights = [{thirty}])]\r\n"
                    + "[Dense(1,\r\n    UseBias = false,\r\n    Weights = [0.5f])]\r\npartial class Net",
            ],
            [
                "[Network(30)]\r\n[Dense(1,\r\n    UseBias = false,\r\n    Weights = [\r\n"
                    + $"        {Many("0.25f", 18)},\r\n        {Many("0.25f", 12)}])]\r\npartial class Net",
            ]);
        await Test(
            [
                "[Network(1)]\n[Dense(1, UseBias = false, Weights = [0.5f])]\n"
                    + $"[Dense(30, UseBias = false, Weights = new[] {{ {thirty} }})]\npartial class Net",
            ],
            [
                "[Network(1)]\n[Dense(30, UseBias = false, Weights = new[] {\n"
                    + $"    {Many("0.25f", 19)},\n    {Many("0.25f", 11)} }})]\npartial class Net",
            ]);
    }

    [Fact]
    public Task SeveralChains() => Fix(
        """
        [Network(8), Dense(7), {|NETGEN201:Dense(6, Activation.Relu)|}, Dense(5)]
        [Serializable, {|NETGEN201:Dense(3)|}]
        public partial class Two
        {
            [Network(3)]
            [Dense(3)]
            [{|NETGEN201:Dense(2)|}]
            [Dense(1)]
            public partial class Inner;
        }

        namespace Other
        {
            [Network(784)]
            [NetGen.Dense(256)]
            [{|NETGEN201:NetGen.Dense(128)|}]
            [NetGen.Dense(10)]
            public partial class One;
        }
        """,
        """
        [Network(8), Dense(6, Activation.Relu)]
        [Serializable, Dense(3)]
        public partial class Two
        {
            [Network(3)]
            [Dense(1)]
            public partial class Inner;
        }

        namespace Other
        {
            [Network(784)]
            [NetGen.Dense(10)]
            public partial class One;
        }
        """);

    private static string Many(string value, int count) => string.Join(", ", Enumerable.Repeat(value, count));

    private static Task Fix(string source, string fixedSource) =>
        new RuleTest<MissingNonlinearityAnalyzer, MissingNonlinearityFix>(source, fixedSource)
        {
            CodeActionEquivalenceKey = Key,
        }.RunAsync();

    private static async Task Test(IEnumerable<string> networks, IEnumerable<string> fixedNetworks)
    {
        static string Source(IEnumerable<string> networks) =>
            "using System;\nusing NetGen;\n" + string.Concat(networks.Select((network, index) => $"{network}{index};\n"));
        using FixRun<MissingNonlinearityAnalyzer, MissingNonlinearityFix> run = new(Source(networks));
        Assert.Equal(Source(fixedNetworks), await run.FixAllAsync(Key));
    }
}
