namespace NetGen;
#pragma warning disable
internal static class GradientNorm { public static double SumOfSquares(ReadOnlySpan<float> x) { double s = 0; foreach (float f in x) s += (double)f * f; return s; } }
public sealed class Sgd : Optimizer
{
    public float LearningRate { get; init; } = 0.001f; internal override ReadOnlySpan<string> StateNames => default;
    internal override void Update(long step, float gradientScale, Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second)
    { for (int i = 0; i < parameters.Length; i++) parameters[i] -= LearningRate * gradientScale * gradients[i]; }
}
