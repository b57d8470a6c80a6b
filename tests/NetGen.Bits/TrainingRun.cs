using NetGen.Tests.Training;

namespace NetGen.Bits;

/// <summary>The parameters of the trainable test networks after a few steps, by each optimiser.</summary>
internal static class TrainingRun
{
    private const int Batch = 50;

    // Whole batches, and one that is not.
    private static readonly int[] _rows = [Batch, Batch, 7, Batch];

    private static readonly (string Name, Optimizer Optimizer)[] _optimizers =
    [
        ("Sgd", new Sgd { LearningRate = 0.01f, Momentum = 0.9f, Nesterov = true, WeightDecay = 0.01f, MaxGradientNorm = 1 }),
        ("AdamW", new AdamW { LearningRate = 0.01f, Schedule = LearningRateSchedule.Cosine(1, 4) }),
    ];

    public static IEnumerable<(string Name, float[] Parameters)> All() =>
    [
        .. Of<Binary57, float>(Binary57.CreateTrainer),
        .. Of<Classes13, int>(Classes13.CreateTrainer),
        .. Of<Classes20, int>(Classes20.CreateTrainer),
        .. Of<Squares6, float>(Squares6.CreateTrainer),
        .. Of<Squares7, float>(Squares7.CreateTrainer),
        .. Of<Squares9, float>(Squares9.CreateTrainer),
        .. Of<WideClasses, int>(WideClasses.CreateTrainer),
    ];

    private static IEnumerable<(string Name, float[] Parameters)> Of<TNetwork, TTarget>(
        Func<Optimizer, int, int, ITrainer<TNetwork, TTarget>> create)
        where TNetwork : INetwork<TNetwork>
        where TTarget : unmanaged
    {
        foreach ((string name, Optimizer optimizer) in _optimizers)
        {
            Random random = new(1);
            ITrainer<TNetwork, TTarget> trainer = create(optimizer, 1, Batch);
            foreach (int rows in _rows)
            {
                float[] inputs = [.. Enumerable.Range(0, rows * TNetwork.InputLength).Select(_ => (2 * random.NextSingle()) - 1)];
                TTarget[] targets = new TTarget[rows * trainer.TargetLength];
                for (int i = 0; i < targets.Length; i++)
                {
                    targets[i] = targets is int[] ? (TTarget)(object)random.Next(TNetwork.OutputLength) : (TTarget)(object)random.NextSingle();
                }

                trainer.Step(inputs, targets);
            }

            float[] parameters = new float[TNetwork.ParameterCount];
            trainer.CopyParametersTo(parameters);
            yield return ($"{typeof(TNetwork).Name}.{name}", parameters);
        }
    }
}
