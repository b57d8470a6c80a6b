using NetGen.Tests.Training;

namespace NetGen.Bits;

/// <summary>Trains and writes checkpoints for ever, for a test that kills it meanwhile.</summary>
internal static class EndlessTraining
{
    /// <summary>Goes on from the checkpoint, if there is one, and says each step count that is in the file.</summary>
    public static void Run(string checkpoint)
    {
        WideClasses.Trainer trainer = WideClasses.CreateTrainer(new AdamW(), seed: 1, batchSize: 1);
        if (File.Exists(checkpoint))
        {
            trainer.Load(checkpoint);
            Console.WriteLine(trainer.StepCount);
        }

        float[] input = new float[WideClasses.InputLength];
        while (true)
        {
            trainer.Step(input, [0]);
            trainer.Save(checkpoint);
            Console.WriteLine(trainer.StepCount);
        }
    }
}
