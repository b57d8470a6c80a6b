namespace NetGen.Tests.Training;

/// <summary>Random samples of classes.</summary>
internal sealed record Samples(float[] Inputs, int[] Labels)
{
    public static Samples Of(int inputs, int classes, int count)
    {
        Random random = new(count);
        float[] values = [.. Enumerable.Range(0, count * inputs).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        return new(values, [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))]);
    }
}
