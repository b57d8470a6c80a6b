using NetGen.Generator.Tests;

namespace NetGen.Benchmarks;

/// <summary>The networks' results in float64, and the check that a peer computes the same.</summary>
internal static class Reference
{
    // Sums of up to 3,072 products in float32, in any order.
    private const double Tolerance = 1e-5;

    public static double[] Of(Samples samples)
    {
        DenseParameters[] layers = [.. samples.Layers()];
        List<double> outputs = new(samples.OutputLength);
        foreach (float[] input in samples.Inputs.Chunk(samples.Network.InputLength))
        {
            double[] values = [.. input.Select(x => (double)x)];
            foreach (DenseParameters layer in layers)
            {
                values = ReferenceActivation.Apply(layer.Activation, Dense(layer, values), alpha: 0);
            }

            outputs.AddRange(values);
        }

        return [.. outputs];
    }

    /// <summary>Runs a peer once and compares each of its results.</summary>
    /// <returns>The largest difference, as a part of the result, or of 1 where that is smaller.</returns>
    /// <exception cref="InvalidOperationException">One differs by more than the tolerance.</exception>
    public static double Check(Peer peer, double[] expected)
    {
        Array.Fill(peer.Outputs, float.NaN);
        peer.Run(1);
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(peer.Outputs[i] - expected[i]) / Math.Max(1, Math.Abs(expected[i]));
            if (!(difference <= Tolerance))
            {
                throw new InvalidOperationException(
                    $"{peer.Name}: output {i} is {peer.Outputs[i]}, expected {expected[i]} within {Tolerance}");
            }

            largest = Math.Max(largest, difference);
        }

        return largest;
    }

    private static double[] Dense(DenseParameters layer, double[] input)
    {
        double[] sums = new double[layer.Outputs];
        for (int o = 0; o < sums.Length; o++)
        {
            double sum = layer.Bias[o];
            for (int i = 0; i < input.Length; i++)
            {
                sum += layer.Weights[(o * layer.Inputs) + i] * input[i];
            }

            sums[o] = sum;
        }

        return sums;
    }
}
