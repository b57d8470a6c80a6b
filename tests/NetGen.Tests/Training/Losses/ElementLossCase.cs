using NetGen.CompilerServices;

namespace NetGen.Tests.Training.Losses;

/// <summary>A loss that is a sum over the outputs: as dispatched and at each width, and in float64.</summary>
/// <param name="Exact">The loss of one value and target, and its gradient.</param>
/// <param name="Relative">The error as a part of the loss and of the gradient.</param>
/// <param name="OfLoss">The error of each output's loss beside it.</param>
/// <param name="OfGradient">The error of each gradient beside it.</param>
internal sealed record ElementLossCase(
    string Name,
    ILossFunction<float> Loss,
    LossRows<float>[] Functions,
    Func<double, double, (double Loss, double Gradient)> Exact,
    double Relative,
    double OfLoss = 0,
    double OfGradient = 0)
{
    // The difference is rounded once, half an ulp; squared, or multiplied by the scale, that is 1.2E-7. Binary cross entropy
    // has the errors of softplus and sigmoid.
    public static readonly ElementLossCase[] All =
    [
        new(
            "mean_squared_error",
            default(MeanSquaredErrorLoss),
            Widths(
                default(MeanSquaredErrorLoss),
                default(MeanSquaredErrorVector512),
                default(MeanSquaredErrorVector256),
                default(MeanSquaredErrorVector128)),
            (y, t) => ((y - t) * (y - t), 2 * (y - t)),
            1.2e-7),
        new(
            "mean_absolute_error",
            default(MeanAbsoluteErrorLoss),
            Widths(
                default(MeanAbsoluteErrorLoss),
                default(MeanAbsoluteErrorVector512),
                default(MeanAbsoluteErrorVector256),
                default(MeanAbsoluteErrorVector128)),
            (y, t) => (Math.Abs(y - t), Math.Sign(y - t)),
            6e-8),
        Huber("huber", 1),
        Huber("huber_0.3", 0.3f),
        Huber("huber_50", 50),
        new(
            "binary_cross_entropy",
            default(BinaryCrossEntropyLoss),
            Widths(
                default(BinaryCrossEntropyLoss),
                default(BinaryCrossEntropyVector512),
                default(BinaryCrossEntropyVector256),
                default(BinaryCrossEntropyVector128)),
            (z, t) => (Math.Max(0, z) - (z * t) + Math.Log(1 + Math.Exp(-Math.Abs(z))), (1 / (1 + Math.Exp(-z))) - t),
            1.2e-7,
            1.2e-7,
            1.2e-7),
    ];

    public static ElementLossCase Of(string name) => All.Single(loss => loss.Name == name);

    public LossBatch<float> Batch(Random random, int rows, int outputs, int stride, float magnitude)
    {
        LossBatch<float> batch = new(rows, outputs, stride, new float[rows * outputs]);
        for (int i = 0; i < batch.Targets.Length; i++)
        {
            float value = ((2 * random.NextSingle()) - 1) * magnitude;
            batch[i / outputs, i % outputs] = value;
            batch.Targets[i] = Loss.Loss == NetGen.Loss.BinaryCrossEntropy
                ? Math.Clamp((1.4f * random.NextSingle()) - 0.2f, 0, 1)
                : random.Next(5) == 0 ? value : ((2 * random.NextSingle()) - 1) * magnitude;
        }

        return batch;
    }

    private static ElementLossCase Huber(string name, float delta) => new(
        name,
        new HuberLoss(delta),
        Widths(new HuberLoss(delta), new HuberVector512(delta), new HuberVector256(delta), new HuberVector128(delta)),
        (y, t) => Math.Abs(y - t) <= delta
            ? ((y - t) * (y - t) / 2, y - t)
            : (delta * (Math.Abs(y - t) - (delta / 2.0)), delta * Math.Sign(y - t)),
        1.2e-7);

    private static LossRows<float>[] Widths<TLoss512, TLoss256, TLoss128>(
        ILossFunction<float> loss, TLoss512 loss512, TLoss256 loss256, TLoss128 loss128)
        where TLoss512 : struct, IElementLossVector512
        where TLoss256 : struct, IElementLossVector256
        where TLoss128 : struct, IElementLossVector128 =>
    [
        loss.Rows,
        (ref float values, ref float gradients, int stride, int outputs, ReadOnlySpan<float> targets, float scale, Span<double> losses) =>
            VectorMath.ElementLossVector512(loss512, ref values, ref gradients, stride, outputs, targets, scale, losses),
        (ref float values, ref float gradients, int stride, int outputs, ReadOnlySpan<float> targets, float scale, Span<double> losses) =>
            VectorMath.ElementLossVector256(loss256, ref values, ref gradients, stride, outputs, targets, scale, losses),
        (ref float values, ref float gradients, int stride, int outputs, ReadOnlySpan<float> targets, float scale, Span<double> losses) =>
            VectorMath.ElementLossVector128(loss128, ref values, ref gradients, stride, outputs, targets, scale, losses),
    ];
}
