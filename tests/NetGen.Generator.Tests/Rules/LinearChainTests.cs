using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN201 over random networks, against what the networks compute.</summary>
public class LinearChainTests
{
    private const int NetworksPerProgram = 20;

    private static readonly Gen<DenseSpec> _identities = Gen.Select(
        Gen.Int[2, 5], Gen.OneOf(Activation.Identity, Activation.LeakyRelu), Gen.Bool,
        (outputs, activation, useBias) => new DenseSpec(outputs, activation, useBias, 1));

    // Softmax over one unit is constant, which is another rule's.
    private static readonly Gen<DenseSpec> _any = Gen.Select(
        Gen.Int[2, 5], Gen.Enum<Activation>(), Gen.Bool, Gen.OneOf(0f, 0.2f, 1f),
        (outputs, activation, useBias, alpha) => new DenseSpec(outputs, activation, useBias, alpha));

    private static readonly Gen<Architecture> _networks = Gen.Select(
        Gen.Int[1, 4], Gen.OneOf(_identities, _any).Array[1, 6], (inputs, layers) => new Architecture(inputs, layers));

    private static readonly Gen<Architecture> _chains = Gen.Select(
        Gen.Int[1, 12],
        Gen.Select(Gen.Int[1, 12], _identities, (outputs, layer) => layer with { Outputs = outputs }).Array[1, 4],
        _any.Where(layer => layer.Activation != Activation.Step),
        (inputs, layers, last) => new Architecture(inputs, [.. layers, last]));

    [Fact]
    public void ItFindsTheLayersWhoseSumsAreAnAffineMapOfAnEarlierLayersInputs() => _networks.Array[NetworksPerProgram].Sample(
        architectures =>
        {
            Random random = new(1);
            string source = "using NetGen;\n" + string.Concat(architectures.Select((net, index) => net.Source($"Net{index}") + "\n"));
            (int Line, int Layer)[] found = [.. Find(source).Select(PlaceOf)];
            Assert.Equal(
                architectures.SelectMany((net, index) => Chains(net, random).Select(first => (index + 2, first + 1))), found);
        },
        iter: 10,
        threads: 1,
        print: Print);

    [Fact]
    public void MergedNetworksComputeTheSameWithTheParametersTheMessageSays() => _chains.Array[NetworksPerProgram].Sample(
        architectures =>
        {
            Random random = new(1);
            string source = "using NetGen;\n"
                + string.Concat(architectures.Select((net, index) => WithWeights(net, $"Net{index}", random)));
            using FixRun<MissingNonlinearityAnalyzer, MissingNonlinearityFix> run = new(source);
            ImmutableArray<Diagnostic> findings = Find(source);
            using LoadedProgram program = GeneratorRun.Of(source).Load();
            using LoadedProgram merged = GeneratorRun.Of(run.FixAllAsync("MergeLayers").Result).Load();
            Assert.Equal(architectures.Length, findings.Length);
            for (int i = 0; i < architectures.Length; i++)
            {
                NetworkUnderTest before = program.Network($"Net{i}").Default(), after = merged.Network($"Net{i}").Default();
                CheckFigures(findings[i], before, after);
                CheckOutputs(before, after, random);
            }
        },
        iter: 1,
        threads: 1,
        print: Print);

    private static ImmutableArray<Diagnostic> Find(string source) =>
    [
        .. TestCompilation.Of(source).WithAnalyzers([new MissingNonlinearityAnalyzer()]).GetAnalyzerDiagnosticsAsync().Result
            .OrderBy(finding => finding.Location.SourceSpan.Start),
    ];

    private static void CheckFigures(Diagnostic finding, NetworkUnderTest before, NetworkUnderTest after)
    {
        string message = finding.GetMessage(CultureInfo.InvariantCulture);
        if (finding.Severity == DiagnosticSeverity.Info)
        {
            Assert.Equal(before.Summary, after.Summary);
            Assert.Matches($"fewer (weights|parameters \\({before.ParameterCount} instead of )", message);
        }
        else
        {
            Assert.EndsWith($" ({after.ParameterCount} parameters instead of {before.ParameterCount})", message, StringComparison.Ordinal);
            Assert.Equal(message.Contains("two linear layers", StringComparison.Ordinal) ? 2 : 1, after.Layers.Length);
            Assert.True(after.ParameterCount <= before.ParameterCount, message);
        }
    }

    private static void CheckOutputs(NetworkUnderTest before, NetworkUnderTest after, Random random)
    {
        for (int sample = 0; sample < 20; sample++)
        {
            float[] input = [.. Enumerable.Range(0, before.InputLength).Select(_ => (4 * random.NextSingle()) - 2)];
            float[] expected = before.Forward(input), found = after.Forward(input);
            float allowed = 1e-5f * Math.Max(1, expected.Max(MathF.Abs));
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, allowed));
        }
    }

    /// <summary>The network with random weights in its attributes, which keep the size of values from layer to layer.</summary>
    private static string WithWeights(Architecture network, string name, Random random)
    {
        string Values(int count, float limit) => string.Join(", ", Enumerable.Range(0, count).Select(
            _ => (((2 * random.NextSingle()) - 1) * limit).ToString("R", CultureInfo.InvariantCulture) + "f"));
        string layers = "";
        int inputs = network.Inputs;
        foreach (DenseSpec layer in network.Layers)
        {
            string bias = layer.UseBias ? $", Bias = [{Values(layer.Outputs, 1)}]" : "";
            string weights = Values(layer.Outputs * inputs, MathF.Sqrt(3f / inputs));
            layers += $"{layer.Source[..^2]}, Weights = [{weights}]{bias})]\n";
            inputs = layer.Outputs;
        }

        return $"[Network({network.Inputs})]\n{layers}partial class {name};\n";
    }

    /// <summary>The first layers of the longest runs in which the last layer's sums are an affine map of the first's inputs.</summary>
    private static IEnumerable<int> Chains(Architecture network, Random random)
    {
        List<(int First, int Last)> affine = [];
        for (int first = 0; first < network.Layers.Length; first++)
        {
            for (int last = first + 1; last < network.Layers.Length; last++)
            {
                int inputs = first == 0 ? network.Inputs : network.Layers[first - 1].Outputs;
                DenseSpec[] layers = network.Layers[first..(last + 1)];
                layers[^1] = layers[^1] with { Activation = Activation.Identity };
                if (IsAffine(new Architecture(inputs, layers), random))
                {
                    affine.Add((first, last));
                }
            }
        }

        return affine.Where(run => !affine.Any(other => other != run && other.First <= run.First && other.Last >= run.Last))
            .Select(run => run.First);
    }

    /// <summary>Whether f(x) + f(y) = f(x + y) + f(0) for many x, y and weights; with some weights much is constant.</summary>
    private static bool IsAffine(Architecture network, Random random)
    {
        int inputs = network.Inputs, parameterCount = 0;
        foreach (DenseSpec layer in network.Layers)
        {
            parameterCount += (inputs + (layer.UseBias ? 1 : 0)) * layer.Outputs;
            inputs = layer.Outputs;
        }

        // Eighths, so that x + y is exact.
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(-64, 65) / 8f)];
        for (int i = 0; i < 200; i++)
        {
            float[] parameters = [.. Draw(parameterCount).Select(value => value / 8)];
            float[] x = Draw(network.Inputs), y = Draw(network.Inputs);
            double[]? fx = Reference.Forward(network, parameters, x), fy = Reference.Forward(network, parameters, y);
            double[]? sum = Reference.Forward(network, parameters, [.. x.Zip(y, (a, b) => a + b)]);
            double[]? zero = Reference.Forward(network, parameters, new float[network.Inputs]);
            if (fx is null || fy is null || sum is null || zero is null)
            {
                continue; // Too close to a step to tell.
            }

            double largest = fx.Concat(fy).Concat(sum).Concat(zero).Max(Math.Abs);
            if (Enumerable.Range(0, sum.Length).Any(o => Math.Abs(fx[o] + fy[o] - sum[o] - zero[o]) > 1e-10 * largest))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The line of a finding, and how many layers stand before it there.</summary>
    private static (int Line, int Layer) PlaceOf(Diagnostic finding)
    {
        FileLinePositionSpan place = finding.Location.GetLineSpan();
        string line = finding.Location.SourceTree!.GetText().Lines[place.StartLinePosition.Line].ToString();
        return (place.StartLinePosition.Line, line[..place.StartLinePosition.Character].Split("Dense(").Length - 1);
    }

    private static string Print(Architecture[] architectures) => string.Join("\n", architectures.AsEnumerable());
}
