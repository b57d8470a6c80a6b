using System.Runtime.InteropServices;

namespace NetGen.Generator.Tests;

/// <summary>Runs one network in every way there is: right within rounding, and the same bits in all of them.</summary>
internal sealed class ArchitectureCheck
{
    private const int SampleCount = 72;
    private static readonly int[] _batches = [1, 2, 3, 5, 7, 16, 17, 31, 33, 64];
    private readonly Architecture _architecture;
    private readonly Type _type;
    private readonly NetworkUnderTest _network;
    private readonly float[] _parameters;
    private readonly Guarded _inputs;
    private readonly float[] _outputs;

    public ArchitectureCheck(Architecture architecture, Type type, int seed)
    {
        _architecture = architecture;
        _type = type;
        Random random = new(seed);
        _network = NetworkUnderTest.Of(type);
        _parameters = Draw(architecture, random);
        _network.FromParameters(_parameters);
        _inputs = new Guarded(SampleCount * architecture.Inputs);
        foreach (ref float value in _inputs.Span)
        {
            // Zeros too, which some networks skip.
            value = random.Next(4) == 0 ? 0 : (4 * random.NextSingle()) - 2;
        }

        _outputs = new float[SampleCount * _network.OutputLength];
        for (int i = 0; i < SampleCount; i++)
        {
            _network.Forward(Inputs(i, 1), Outputs(i, 1));
        }
    }

    /// <summary>Runs all checks.</summary>
    /// <returns>The number of samples that were compared with the reference.</returns>
    public int Run()
    {
        Assert.Equal(MemoryMarshal.AsBytes<float>(_parameters), MemoryMarshal.AsBytes<float>(_network.Parameters()));
        CheckBatches();
        CheckWorkspace();
        foreach (int bits in (int[])[512, 256, 128])
        {
            CheckKernels(new Kernels(_type, _network.Instance, bits), $"{bits} bits");
        }

        return CompareWithReference();
    }

    /// <summary>Weights that keep the size of values from layer to layer, and a bias of that size.</summary>
    private static float[] Draw(Architecture architecture, Random random)
    {
        List<float> parameters = [];
        int inputs = architecture.Inputs;
        foreach (DenseSpec layer in architecture.Layers)
        {
            float limit = MathF.Sqrt(6f / inputs);
            int biasCount = layer.UseBias ? layer.Outputs : 0;
            parameters.AddRange(
                Enumerable.Range(0, layer.Outputs * inputs).Select(_ => ((2 * random.NextSingle()) - 1) * limit));
            parameters.AddRange(Enumerable.Range(0, biasCount).Select(_ => random.NextSingle() - 0.5f));
            inputs = layer.Outputs;
        }

        return [.. parameters];
    }

    /// <summary>
    /// A layer rounds a sum of n terms, by chance, to sqrt(n) x 6e-8 of the terms' sizes: 1e-6 for 300, the most there are. That
    /// of the layers before passes on about as large. A wrong or missing term is of 1/300 of the terms' sizes or more. An
    /// activation may be off by 4 ulp, 5e-7 of its size, or by 1e-7, which each layer adds.
    /// </summary>
    private int CompareWithReference()
    {
        int compared = 0;
        for (int i = 0; i < SampleCount; i++)
        {
            double[]? expected = Reference.Forward(_architecture, _parameters, Inputs(i, 1), out double magnitude);
            double allowed = _architecture.Layers.Length * ((1e-6 * magnitude) + 1e-7);
            for (int o = 0; o < expected?.Length; o++)
            {
                float found = Outputs(i, 1)[o];
                Assert.True(
                    Math.Abs(expected[o] - found) <= allowed,
                    $"sample {i}, output {o}: {found:R}, expected {expected[o]:R} ± {allowed:R}");
            }

            compared += expected is null ? 0 : 1;
        }

        return compared;
    }

    private void CheckBatches()
    {
        foreach (int rows in _batches)
        {
            foreach (int first in (int[])[0, 1, SampleCount - rows])
            {
                Guarded outputs = new(rows * _network.OutputLength);
                _network.ForwardBatch(Inputs(first, rows), outputs.Span);
                AssertSameBits(first, rows, outputs, $"batch of {rows}");
            }
        }
    }

    private void CheckWorkspace()
    {
        foreach (int rows in (int[])[1, 7, 64])
        {
            Guarded outputs = new(rows * _network.OutputLength), workspace = new(_network.WorkspaceLength);
            _network.ForwardBatch(Inputs(0, rows), outputs.Span, workspace.Span);
            AssertSameBits(0, rows, outputs, $"batch of {rows} with a workspace");
            workspace.AssertIntact("workspace");
        }

        Guarded output = new(_network.OutputLength), scratch = new(_network.WorkspaceLength);
        _network.Forward(Inputs(3, 1), output.Span, scratch.Span);
        AssertSameBits(3, 1, output, "sample with a workspace");
        scratch.AssertIntact("workspace");
    }

    private void CheckKernels(Kernels kernels, string what)
    {
        Assert.Equal(0, kernels.Address % 64);
        foreach (int rows in (int[])[1, 5, 17, 35, 64])
        {
            Guarded outputs = new(rows * _network.OutputLength), scratch = new(_network.WorkspaceLength);
            kernels.RunBatch(Inputs(2, rows), outputs.Span, scratch.Span, rows);
            AssertSameBits(2, rows, outputs, $"{what}, batch of {rows}");
            scratch.AssertIntact("scratch");
        }

        for (int i = 0; i < 4; i++)
        {
            Guarded output = new(_network.OutputLength), scratch = new(_network.WorkspaceLength);
            kernels.Run(Inputs(i, 1), output.Span, scratch.Span);
            AssertSameBits(i, 1, output, $"{what}, sample");
            scratch.AssertIntact("scratch");
        }
    }

    private void AssertSameBits(int first, int rows, Guarded outputs, string what)
    {
        ReadOnlySpan<int> expected = MemoryMarshal.Cast<float, int>(Outputs(first, rows));
        int difference = expected.CommonPrefixLength(MemoryMarshal.Cast<float, int>(outputs.Span));
        Assert.True(
            difference == expected.Length,
            $"{what}, from sample {first}: other bits from row {difference / _network.OutputLength}, "
                + $"output {difference % _network.OutputLength} on");
        outputs.AssertIntact(what);
        _inputs.AssertIntact("inputs");
    }

    private Span<float> Inputs(int first, int rows) =>
        _inputs.Span.Slice(first * _architecture.Inputs, rows * _architecture.Inputs);

    private Span<float> Outputs(int first, int rows) =>
        _outputs.AsSpan(first * _network.OutputLength, rows * _network.OutputLength);
}
