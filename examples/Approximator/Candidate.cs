using NetGen;

namespace Approximator;

/// <summary>A shape of network, to be trained on the curve.</summary>
/// <param name="HiddenLayers">The units of each hidden layer.</param>
/// <param name="ParameterCount">The weights and bias values in all layers.</param>
/// <param name="Train">Trains one with a seed.</param>
internal sealed record Candidate(
    IReadOnlyList<int> HiddenLayers, long ParameterCount, Func<int, IProgress<TrainingProgress>, Fit> Train)
{
    /// <summary>The times each sample is taken.</summary>
    public const int Epochs = 5000;

    private const int BatchSize = 128;

    /// <summary>The units of the hidden layers, for people.</summary>
    public string Shape => string.Join(" + ", HiddenLayers);

    /// <summary>Any network with its trainer.</summary>
    public static Candidate Of<T>(Func<Optimizer, T, int, ITrainer<T, float>> createTrainer)
        where T : INetwork<T>
    {
        int[] hiddenLayers = new int[T.LayerCount - 1];
        for (int i = 0; i < hiddenLayers.Length; i++)
        {
            hiddenLayers[i] = T.Layers[i].Outputs;
        }

        return new Candidate(hiddenLayers, T.ParameterCount, (seed, progress) =>
        {
            long steps = Epochs * (long)(Curve.Samples.Count / BatchSize);
            Adam optimizer = new()
            {
                LearningRate = 0.03f,
                Schedule = LearningRateSchedule.Cosine(warmupSteps: steps / 20, steps),
            };
            ITrainer<T, float> trainer = createTrainer(optimizer, Start<T>(seed), BatchSize);
            trainer.MaxDegreeOfParallelism = 1;
            T network = trainer.Fit(Curve.Samples, new TrainingOptions { Epochs = Epochs, Seed = seed }, progress: progress).Network;

            float[] outputs = new float[Curve.Inputs.Length];
            network.ForwardBatch(Curve.Inputs, outputs);
            return new Fit(outputs);
        });
    }

    /// <summary>
    /// The network to begin with. The units of its first layer are spread over the interval and steep enough that each has a part
    /// of it, after Nguyen and Widrow, "Improving the learning speed of 2-layer neural networks by choosing initial values of the
    /// adaptive weights", 1990. Bias values of zero, as <see cref="INetwork{TSelf}.Initialize"/> has them, would put all of them at
    /// the same place.
    /// </summary>
    private static T Start<T>(int seed)
        where T : INetwork<T>
    {
        float[] parameters = new float[T.ParameterCount];
        T.Initialize(seed).CopyParametersTo(parameters);
        int units = T.Layers[0].Outputs;
        float slope = Math.Max(5, 0.4f * units);
        for (int i = 0; i < units; i++)
        {
            // tanh(slope (x - center))
            float center = (2 * (i + 0.5f) / units) - 1;
            parameters[i] = slope;
            parameters[units + i] = -slope * center;
        }

        return T.FromParameters(parameters);
    }
}
