namespace NetGen.Benchmarks;

/// <summary>What all peers run: a network, its parameters, and samples for it.</summary>
internal sealed class Samples
{
    public Samples(NetworkRunner network, int count, double zeros = 0)
    {
        Network = network;
        Count = count;
        Parameters = network.Parameters;

        // In memory that does not move, for native code.
        Inputs = GC.AllocateArray<float>(count * network.InputLength, pinned: true);
        var random = new Random(network.InputLength);
        for (int i = 0; i < Inputs.Length; i++)
        {
            Inputs[i] = random.NextDouble() < zeros ? 0 : (random.NextSingle() * 2) - 1;
        }
    }

    public NetworkRunner Network { get; }

    public int Count { get; }

    /// <summary>The parameters in canonical order.</summary>
    public float[] Parameters { get; }

    /// <summary>Values from -1 to 1, and zeros, [sample, input].</summary>
    public float[] Inputs { get; }

    public int OutputLength => Count * Network.OutputLength;

    /// <summary>The layers with their weights, [output, input], and bias.</summary>
    public IEnumerable<DenseParameters> Layers()
    {
        int first = 0;
        foreach (LayerInfo layer in Network.Layers)
        {
            int weights = (int)layer.WeightCount, bias = (int)layer.BiasCount;
            yield return new DenseParameters(
                layer.Inputs,
                layer.Outputs,
                layer.Activation,
                Parameters[first..(first + weights)],
                Parameters[(first + weights)..(first + weights + bias)]);
            first += weights + bias;
        }
    }
}

/// <summary>A dense layer: activation(weights · inputs + bias).</summary>
internal sealed record DenseParameters(int Inputs, int Outputs, Activation Activation, float[] Weights, float[] Bias);
