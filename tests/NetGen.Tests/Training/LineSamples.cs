using NetGen.CompilerServices;

namespace NetGen.Tests.Training;

/// <summary>Samples of 3 x - 2 y + 1.</summary>
internal static class LineSamples
{
    public static TrainingData<float> Of(int count, int seed = 1, float noise = 0)
    {
        var random = new RandomSource(seed);
        float[] inputs = new float[2 * count];
        float[] targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            (float x, float y) = ((float)random.NextNormal(), (float)random.NextNormal());
            (inputs[2 * i], inputs[(2 * i) + 1]) = (x, y);
            targets[i] = (3 * x) - (2 * y) + 1 + (noise * (float)random.NextNormal());
        }

        return new(inputs, targets, 2);
    }
}
