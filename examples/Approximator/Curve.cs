using NetGen;

namespace Approximator;

/// <summary>The function to approximate: |sin(π (x + 1.5)²)| on [-1, 1], waves that grow narrower, with six bends at zero.</summary>
internal static class Curve
{
    /// <summary>Its formula, for people.</summary>
    public const string Formula = "|sin(π (x + 1.5)²)|";

    /// <summary>Points between those of the training, to measure on.</summary>
    public static float[] Inputs { get; } = Points(4000);

    /// <summary>The function at <see cref="Inputs"/>.</summary>
    public static float[] Values { get; } = Array.ConvertAll(Inputs, At);

    /// <summary>What the networks are trained on.</summary>
    public static TrainingData<float> Samples { get; } = new(Points(1024), Array.ConvertAll(Points(1024), At), inputLength: 1);

    private static float At(float x) => (float)Math.Abs(Math.Sin(Math.PI * (x + 1.5) * (x + 1.5)));

    /// <summary>Evenly spread over [-1, 1], each in the middle of its part.</summary>
    private static float[] Points(int count) => [.. Enumerable.Range(0, count).Select(i => (float)((2 * (i + 0.5) / count) - 1))];
}
