using System.Runtime.InteropServices;
using NetGen.Tests.Networks;

namespace NetGen.Bits;

/// <summary>Whether batches give the bits of single samples, whatever their size and whichever sample is where in them.</summary>
internal static class BatchCheck
{
    public const int Samples = 130;

    // Each size comes once a round, with other samples in it.
    private const int Rounds = 8;

    // Both have no factor in common with the number of samples, so that all sizes and all first samples come.
    private const int SizeStep = 47, FirstStep = 57;

    // A large network takes one round, in a short run a few sizes of it.
    private const long MultiplyAdds = 500_000_000, ShortMultiplyAdds = 50_000_000;
    private const int LeastBatches = Samples, ShortLeastBatches = 3;

    /// <summary>Runs batches of 1 to 130 samples, with a workspace and without.</summary>
    /// <returns>The results of single samples, and the number of batches that gave the same.</returns>
    /// <exception cref="InvalidOperationException">A batch has other bits.</exception>
    public static (float[] Outputs, int Batches) Run(NetworkRunner network, bool isShort)
    {
        float[] inputs = network.Inputs(Samples), expected = network.ForwardRows(inputs);

        // Twice, so that after the last sample the first follows, and each comes at every position.
        inputs = [.. inputs, .. inputs];
        float[] twice = [.. expected, .. expected];
        float[] outputs = new float[expected.Length], workspace = new float[network.WorkspaceLength];

        Array.Fill(workspace, float.NaN);
        network.Forward(inputs.AsSpan(0, network.InputLength), outputs.AsSpan(0, network.OutputLength), workspace);
        AssertSame(network, twice, outputs, 0, 1, "sample with a workspace");

        long most = isShort ? ShortMultiplyAdds : MultiplyAdds, done = 0;
        int least = isShort ? ShortLeastBatches : LeastBatches, batches = 0;
        for (int i = 0; i < Rounds * Samples && (i < least || done < most); i++)
        {
            int rows = Samples - (i * SizeStep % Samples), first = i * FirstStep % Samples;
            for (int way = 0; way < 2; way++)
            {
                Array.Fill(outputs, float.NaN);
                Array.Fill(workspace, float.NaN);
                ReadOnlySpan<float> x = inputs.AsSpan(first * network.InputLength, rows * network.InputLength);
                Span<float> y = outputs.AsSpan(0, rows * network.OutputLength);
                if (way == 0)
                {
                    network.ForwardBatch(x, y);
                }
                else
                {
                    network.ForwardBatch(x, y, workspace);
                }

                AssertSame(network, twice, y, first, rows, way == 0 ? "batch" : "batch with a workspace");
                first = (first + 1 + rows) % Samples;
                done += rows * network.MultiplyAddCount;
                batches++;
            }
        }

        return (expected, batches);
    }

    private static void AssertSame(
        NetworkRunner network, float[] expected, ReadOnlySpan<float> found, int first, int rows, string what)
    {
        int start = first * network.OutputLength, length = rows * network.OutputLength;
        int same = MemoryMarshal.Cast<float, int>(expected.AsSpan(start, length))
            .CommonPrefixLength(MemoryMarshal.Cast<float, int>(found));
        if (same < length)
        {
            throw new InvalidOperationException(
                $"{network.Name}, {what} of {rows} from sample {first}: row {same / network.OutputLength}, "
                    + $"output {same % network.OutputLength} is {found[same]:R}, alone {expected[start + same]:R}");
        }
    }
}
