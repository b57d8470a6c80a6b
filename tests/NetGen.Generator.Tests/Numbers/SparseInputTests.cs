using System.Runtime.InteropServices;

namespace NetGen.Generator.Tests;

/// <summary>A network that skips zero inputs gives the bits of the same network that does not.</summary>
public class SparseInputTests
{
    private const int Samples = 40;

    // All numbers of chains, ragged sizes, and layers that read all inputs after all: unrolled and narrow ones.
    private static readonly (int Inputs, int Outputs)[] _sizes =
        [(784, 256), (300, 130), (257, 129), (200, 64), (100, 65), (131, 33), (99, 16), (70, 17), (1000, 10), (40, 40), (500, 3), (5, 5)];

    private static readonly double[] _zeros = [0, 0.1, 0.5, 0.81, 0.95, 1];

    [Fact]
    public void BitsAreThoseOfTheDenseNetwork()
    {
        IEnumerable<string> declarations = _sizes.SelectMany((size, i) => (string[])
        [
            $"[Network({size.Inputs})] [Dense({size.Outputs}, Activation.Tanh)] [Dense(7)] partial class Net{i}D;",
            $"[Network({size.Inputs})] [Dense({size.Outputs}, Activation.Tanh, SparseInput = true)] [Dense(7)] partial class Net{i}S;",
        ]);
        GeneratorRun run = GeneratorRun.Of("using NetGen;\n" + string.Join("\n", declarations));
        using LoadedProgram program = run.Load();
        for (int i = 0; i < _sizes.Length; i++)
        {
            NetworkUnderTest dense = NetworkUnderTest.Of(program.Type($"Net{i}D"));
            NetworkUnderTest sparse = NetworkUnderTest.Of(program.Type($"Net{i}S"));
            Random random = new(i);
            float[] parameters = [.. Enumerable.Range(0, (int)dense.ParameterCount).Select(_ => random.NextSingle() - 0.5f)];
            dense.FromParameters(parameters);
            sparse.FromParameters(parameters);
            foreach (double zeros in _zeros)
            {
                Check(dense, sparse, random, zeros, program.Type($"Net{i}S"), $"{_sizes[i]}, {zeros:P0} zeros");
            }
        }
    }

    private static void Check(
        NetworkUnderTest dense, NetworkUnderTest sparse, Random random, double zeros, Type type, string what)
    {
        float[] inputs = [.. Enumerable.Range(0, Samples * dense.InputLength).Select(_ =>
            random.NextDouble() < zeros ? (random.Next(2) == 0 ? 0f : -0f) : random.NextSingle() - 0.5f)];
        float[] expected = new float[Samples * dense.OutputLength], found = new float[expected.Length];
        dense.ForwardBatch(inputs, expected);
        for (int rows = 1; rows <= Samples; rows++)
        {
            sparse.ForwardBatch(inputs.AsSpan(0, rows * dense.InputLength), found.AsSpan(0, rows * dense.OutputLength));
            AssertSame(expected.AsSpan(0, rows * dense.OutputLength), found.AsSpan(0, rows * dense.OutputLength), what);
        }

        foreach (int bits in (int[])[512, 256, 128])
        {
            Kernels kernels = new(type, sparse.Instance, bits);
            float[] scratch = new float[sparse.WorkspaceLength];
            Array.Clear(found);
            for (int i = 0; i < Samples; i++)
            {
                kernels.Run(
                    inputs.AsSpan(i * dense.InputLength, dense.InputLength),
                    found.AsSpan(i * dense.OutputLength, dense.OutputLength),
                    scratch);
            }

            AssertSame(expected, found, $"{what}, {bits} bits");
        }
    }

    private static void AssertSame(ReadOnlySpan<float> expected, ReadOnlySpan<float> found, string what) =>
        Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(found)), what);
}
