using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>The first fix of NETGEN201.</summary>
public class AddReluTests
{
    [Fact]
    public async Task InWhateverFormTheLayerIsWritten()
    {
        (string Layer, string Fixed)[] forms =
        [
            ("Dense(256)", "Dense(256, Activation.Relu)"),
            ("Dense(784, 256)", "Dense(784, 256, Activation.Relu)"),
            ("Dense(256 /* wide */)", "Dense(256 /* wide */, Activation.Relu)"),
            ("Dense(outputs: 256)", "Dense(outputs: 256, activation: Activation.Relu)"),
            ("Dense(outputs: 256, inputs: 784)", "Dense(outputs: 256, inputs: 784, activation: Activation.Relu)"),
            ("Dense(784, outputs: 256)", "Dense(784, outputs: 256, activation: Activation.Relu)"),
            ("Dense(256, Activation.Identity)", "Dense(256, Activation.Relu)"),
            ("Dense(256, /* none */ Activation.Identity)", "Dense(256, /* none */ Activation.Relu)"),
            ("Dense(256, NetGen.Activation.Identity)", "Dense(256, Activation.Relu)"),
            ("Dense(256, default(Activation))", "Dense(256, Activation.Relu)"),
            ("Dense(784, 256, Activation.Identity)", "Dense(784, 256, Activation.Relu)"),
            ("Dense(256, activation: Activation.Identity)", "Dense(256, activation: Activation.Relu)"),
            ("Dense(activation: Activation.Identity, outputs: 256)", "Dense(activation: Activation.Relu, outputs: 256)"),
            ("Dense(256, UseBias = false)", "Dense(256, Activation.Relu, UseBias = false)"),
            ("Dense(outputs: 256, UseBias = false)", "Dense(outputs: 256, activation: Activation.Relu, UseBias = false)"),
            ("Dense(256, Activation.LeakyRelu, Alpha = 1f)", "Dense(256, Activation.Relu)"),
            ("Dense(256, Activation.LeakyRelu, Alpha = 1, UseBias = false)", "Dense(256, Activation.Relu, UseBias = false)"),
            ("Dense(256, Activation.LeakyRelu, UseBias = false, Alpha = 1)", "Dense(256, Activation.Relu, UseBias = false)"),
            ("Dense(256, Activation.LeakyRelu, // leaky\n    Alpha = 1)", "Dense(256, Activation.Relu // leaky\n )"),
            ("Dense(256, Alpha = 0.2f)", "Dense(256, Activation.Relu)"),
            ("NetGen.DenseAttribute(256)", "NetGen.DenseAttribute(256, Activation.Relu)"),
            ("Dense(256,\n    UseBias = false)", "Dense(256, Activation.Relu,\n    UseBias = false)"),
        ];
        string Source(IEnumerable<string> layers) => "using NetGen;\n" + string.Concat(layers.Select((layer, index) =>
            $"[Network(784)]\n[{layer}]\n[Dense(128)] // the last stays as it is\npartial class Net{index};\n"));
        using FixRun<MissingNonlinearityAnalyzer, MissingNonlinearityFix> run = new(Source(forms.Select(form => form.Layer)));
        Assert.Equal(Source(forms.Select(form => form.Fixed)), await run.FixAllAsync("AddRelu"));
    }

    [Fact]
    public Task TwoChainsInOneNetworkAndOneInAnother() => Fix(
        """
        [Network(8), Dense(7), {|NETGEN201:Dense(6)|}, Dense(5, Activation.Tanh), Dense(4)]
        [Serializable, {|NETGEN201:Dense(3)|}] // with another attribute between
        public partial class Two;

        [Network(784)]
        // features
        [Dense(256)]
        // logits
        [{|NETGEN201:Dense(128)|}]
        public partial class One
        {
            [Network(3)]
            [Dense(3)] [{|NETGEN201:Dense(1)|}]
            public partial class Inner;
        }
        """,
        """
        [Network(8), Dense(7, Activation.Relu), Dense(6, Activation.Relu), Dense(5, Activation.Tanh), Dense(4, Activation.Relu)]
        [Serializable, Dense(3)] // with another attribute between
        public partial class Two;

        [Network(784)]
        // features
        [Dense(256, Activation.Relu)]
        // logits
        [Dense(128)]
        public partial class One
        {
            [Network(3)]
            [Dense(3, Activation.Relu)] [Dense(1)]
            public partial class Inner;
        }
        """);

    [Fact]
    public Task WithoutTheNamespaceInScope() => Fix(
        """
        namespace App
        {
            enum Activation { Mine }

            [NetGen.Network(784)]
            [NetGen.Dense(256)]
            [{|NETGEN201:NetGen.Dense(128)|}]
            partial class Net;
        }
        """,
        """
        namespace App
        {
            enum Activation { Mine }

            [NetGen.Network(784)]
            [NetGen.Dense(256, NetGen.Activation.Relu)]
            [NetGen.Dense(128)]
            partial class Net;
        }
        """);

    [Fact]
    public Task ALowRankFactorisationCanBeAForgottenActivation() => Fix(
        """
        [Network(784)]
        [Dense(8)]
        [{|NETGEN201:Dense(784)|}]
        public partial class Net;
        """,
        """
        [Network(784)]
        [Dense(8, Activation.Relu)]
        [Dense(784)]
        public partial class Net;
        """);

    private static Task Fix(string source, string fixedSource) =>
        new RuleTest<MissingNonlinearityAnalyzer, MissingNonlinearityFix>(source, fixedSource).RunAsync();
}
