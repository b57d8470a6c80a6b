namespace NetGen.Benchmarks.Training;

/// <summary>What all peers train: a network from the same parameters, on the same batch, by the same AdamW.</summary>
internal sealed class TrainingBatch
{
    // So small that the network stays what it is, however many steps a peer makes: a trained one has gradients near zero.
    public const float LearningRate = 1e-7f;

    public const float Beta1 = 0.9f, Beta2 = 0.999f, Epsilon = 1e-8f, WeightDecay = 0.01f;

    public TrainingBatch(NetworkRunner network, int count)
    {
        Samples = new Samples(network, count);
        var random = new Random(count);
        Labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(network.OutputLength))];
    }

    public Samples Samples { get; }

    public int Count => Samples.Count;

    /// <summary>The right class of each sample.</summary>
    public int[] Labels { get; }

    /// <summary>Six flops a parameter and sample: the forward pass, and the gradients by inputs and weights.</summary>
    public long MultiplyAdds => 3 * (Samples.Network.ParameterBytes / sizeof(float)) * Count;
}
