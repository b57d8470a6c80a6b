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
                values = Activate(layer.Activation, Dense(layer, values));
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

    private static double[] Activate(Activation activation, double[] sums)
    {
        double max = sums.Max();
        double total = sums.Sum(x => Math.Exp(x - max));
        return
        [
            .. sums.Select(x => activation switch
            {
                Activation.Identity => x,
                Activation.Relu => Math.Max(x, 0),
                Activation.Sigmoid => 1 / (1 + Math.Exp(-x)),
                Activation.Tanh => Math.Tanh(x),
                Activation.Gelu => x * NormalDistribution(x),
                Activation.Softmax => Math.Exp(x - max) / total,
                _ => throw new NotSupportedException($"{activation}"),
            }),
        ];
    }

    /// <summary>Φ(x) by its series (Marsaglia, "Evaluating the Normal Distribution", 2004); beyond 7 it is 0 or 1 to 2e-12.</summary>
    private static double NormalDistribution(double x)
    {
        if (Math.Abs(x) > 7)
        {
            return x > 0 ? 1 : 0;
        }

        double sum = x, term = x;
        for (int i = 3; Math.Abs(term) > 1e-18; i += 2)
        {
            term *= x * x / i;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI));
    }
}
