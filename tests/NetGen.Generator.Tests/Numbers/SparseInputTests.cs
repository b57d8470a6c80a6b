using System.Reflection;
using System.Runtime.InteropServices;

namespace NetGen.Generator.Tests;

/// <summary>The same networks with and without <see cref="DenseAttribute.SparseInput"/>: the same bits.</summary>
public class SparseInputTests
{
    private const int Samples = 40;

    // Sums in 1, 2, 4 and 8 chains; sizes around vectors, panels and the 64 inputs that are listed at a time.
    private static readonly string[] _skipping =
    [
        "[Network(784)] [Dense(256, Activation.Relu|)] [Dense(128, Activation.Tanh)] [Dense(10, Activation.Softmax)]",
        "[Network(100)] [Dense(250, Activation.Gelu, UseBias = false|)] [Dense(7)]",
        "[Network(65)] [Dense(129|)]",
        "[Network(16)] [Dense(300|)] [Dense(2)]",
        "[Network(300)] [Dense(64|)] [Dense(64, Activation.Relu)] [Dense(3)]",
        "[Network(127)] [Dense(33, Activation.Relu|)] [Dense(50)]",
        "[Network(257)] [Dense(32|)]",
        "[Network(191)] [Dense(17, Activation.LogSoftmax|)]",
        "[Network(784)] [Dense(16|)]",
        "[Network(139)] [Dense(11, Activation.Softmax|)]",
        "[Network(1025)] [Dense(9, UseBias = false|)]",
    ];

    // Straight-line code, samples in the lanes, and narrow panels take all inputs.
    private static readonly string[] _notSkipping =
    [
        "[Network(4)] [Dense(3, Activation.Relu|)] [Dense(10, Activation.Softmax)]",
        "[Network(20)] [Dense(32|)] [Dense(100)]",
        "[Network(784)] [Dense(8|)] [Dense(100)]",
        "[Network(500)] [Dense(1|)]",
    ];

    [Fact]
    public void TheBitsAreThoseOfTheDenseNetwork()
    {
        foreach (Pair pair in Pairs())
        {
            Random random = new(1);
            pair.SetParameters(_ => (random.NextSingle() - 0.5f) / 4);
            foreach (double zeros in (double[])[0, 0.1, 0.5, 0.81, 0.95, 1])
            {
                pair.Check($"{zeros:P0} zeros", () =>
                    random.NextDouble() >= zeros ? random.NextSingle() - 0.3f : random.Next(3) == 0 ? -0f : 0);
            }
        }
    }

    /// <summary>Sums that are zero at the end, of either sign: by a bias of -0, products that underflow, and weights of zero.</summary>
    [Fact]
    public void ZerosHaveTheSignOfTheDenseNetwork()
    {
        int negative = 0, positive = 0;
        foreach (Pair pair in Pairs())
        {
            Random random = new(2);
            float Any(float[] values) => values[random.Next(values.Length)];

            // Few of the sums would stay zero if all rows of weights had values that are not.
            pair.SetParameters(index => index / 8 % 3 == 0 ? Any([0, -0f, 1, -2]) : Any([-0f, -0f, -0f, -1e-30f]));
            foreach (double zeros in (double[])[0.5, 0.95, 1])
            {
                float[] outputs = pair.Check(
                    $"{zeros:P0} zeros", () => random.NextDouble() < zeros ? Any([0, 0, 0, -0f]) : Any([1e-30f, -1e-30f, 1e-30f]));
                negative += outputs.Count(output => output == 0 && float.IsNegative(output));
                positive += outputs.Count(output => output == 0 && !float.IsNegative(output));
            }
        }

        Assert.True(negative > 100 && positive > 100, $"{negative} outputs of -0, {positive} of +0");
    }

    [Fact]
    public void NotANumberIsNoZero()
    {
        foreach (Pair pair in Pairs())
        {
            Random random = new(3);
            pair.SetParameters(_ => random.NextSingle() - 0.5f);
            int next = 0;
            pair.Check("NaN and infinity", () => ++next % 97 == 0 ? float.NaN : next % 89 == 0 ? float.NegativeInfinity : 0);
        }
    }

    /// <summary>A weight that is infinite gives NaN with an input of zero; where that is skipped, one sample and a batch agree.</summary>
    [Fact]
    public void InfiniteWeightsOfZerosAreNotRead()
    {
        using LoadedProgram program = GeneratorRun.Of(
            "using NetGen; [Network(100)] [Dense(20, SparseInput = true)] [Dense(5)] partial class Net;").Load();
        NetworkUnderTest network = program.Network("Net").Initialize(1);
        float[] parameters = network.Parameters();
        parameters[3] = float.PositiveInfinity;
        network.FromParameters(parameters);
        float[] inputs = new float[7 * 100], outputs = new float[7 * 5];
        inputs.AsSpan(7).Fill(0.5f);
        inputs[(2 * 100) + 3] = 0;
        network.ForwardBatch(inputs, outputs);
        for (int i = 0; i < 7; i++)
        {
            float[] output = network.Forward(inputs.AsSpan(i * 100, 100));
            Assert.Equal(MemoryMarshal.AsBytes<float>(output), MemoryMarshal.AsBytes(outputs.AsSpan(i * 5, 5)));
            Assert.Equal(i is 0 or 2, output.All(float.IsFinite));
        }
    }

    private static IEnumerable<Pair> Pairs()
    {
        string[] all = [.. _skipping, .. _notSkipping];
        string source = "using NetGen;\n" + string.Join("\n", all.Select((network, index) =>
            $"{network.Replace("|", "", StringComparison.Ordinal)} partial class Plain{index};\n"
                + $"{network.Replace("|", ", SparseInput = true", StringComparison.Ordinal)} partial class Sparse{index};"));
        using LoadedProgram program = GeneratorRun.Of(source).Load();
        for (int i = 0; i < all.Length; i++)
        {
            // A kernel that skips zeros takes scratch for the list of the other inputs.
            MethodInfo kernel = program.Type($"NetGen.Generated.Sparse{i}.Kernels")
                .GetMethod("Dense1V512", BindingFlags.Static | BindingFlags.NonPublic)!;
            Assert.Equal(i < _skipping.Length ? 4 : 3, kernel.GetParameters().Length);
            yield return new Pair(all[i], program.Type($"Plain{i}"), program.Type($"Sparse{i}"));
        }
    }

    /// <summary>A network without and with the property.</summary>
    private sealed class Pair(string name, Type dense, Type sparse)
    {
        private readonly NetworkUnderTest _dense = NetworkUnderTest.Of(dense), _sparse = NetworkUnderTest.Of(sparse);

        public void SetParameters(Func<int, float> draw)
        {
            float[] parameters = [.. Enumerable.Range(0, (int)_dense.ParameterCount).Select(draw)];
            _dense.FromParameters(parameters);
            _sparse.FromParameters(parameters);
        }

        /// <summary>Compares all ways of running.</summary>
        /// <returns>The outputs.</returns>
        public float[] Check(string what, Func<float> draw)
        {
            Guarded inputs = new(Samples * _dense.InputLength);
            foreach (ref float input in inputs.Span)
            {
                input = draw();
            }

            float[] expected = new float[Samples * _dense.OutputLength];
            _dense.ForwardBatch(inputs.Span, expected);
            for (int rows = 1; rows <= Samples; rows++)
            {
                Span<float> some = inputs.Span[..(rows * _dense.InputLength)];
                Guarded outputs = new(rows * _dense.OutputLength), workspace = new(_sparse.WorkspaceLength);
                _sparse.ForwardBatch(some, outputs.Span, workspace.Span);
                AssertSame(expected, outputs, $"{what}, batch of {rows}");
                workspace.AssertIntact("workspace");
            }

            foreach (int bits in (int[])[512, 256, 128])
            {
                Kernels kernels = new(sparse, _sparse.Instance, bits);
                Guarded outputs = new(expected.Length), scratch = new(_sparse.WorkspaceLength);
                kernels.RunBatch(inputs.Span, outputs.Span, scratch.Span, Samples);
                AssertSame(expected, outputs, $"{what}, {bits} bits");
                scratch.AssertIntact("scratch");
                for (int i = 0; i < Samples; i++)
                {
                    Guarded output = new(_dense.OutputLength);
                    kernels.Run(inputs.Span.Slice(i * _dense.InputLength, _dense.InputLength), output.Span, scratch.Span);
                    AssertSame(expected.AsSpan(i * _dense.OutputLength), output, $"{what}, {bits} bits, sample {i}");
                }
            }

            inputs.AssertIntact("inputs");
            return expected;
        }

        private void AssertSame(ReadOnlySpan<float> expected, Guarded found, string what)
        {
            ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(found.Span);
            int same = bits.CommonPrefixLength(MemoryMarshal.Cast<float, int>(expected));
            Assert.True(
                same == bits.Length,
                same == bits.Length ? "" : $"{name}, {what}: output {same} is {found.Span[same]:R}, expected {expected[same]:R}");
            found.AssertIntact(what);
        }
    }
}
