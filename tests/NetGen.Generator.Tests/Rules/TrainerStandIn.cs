namespace NetGen.Generator.Tests;

/// <summary>What the generator writes of the trainer of a network named <c>Net</c>, as far as a fix asks for it.</summary>
internal static class TrainerStandIn
{
    public static readonly (string, string) Source = (
        $"{typeof(NetworkGenerator).FullName}/Trainer.cs",
        """
        partial class Net
        {
            public static Trainer CreateTrainer(Optimizer optimizer, int seed, int batchSize) => new();
            public sealed class Trainer;
        }
        """);
}
