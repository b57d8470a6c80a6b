using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary><see cref="Loss.MeanSquaredError"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MeanSquaredErrorLoss : ILossFunction<float>
{
    /// <inheritdoc/>
    public Loss Loss => Loss.MeanSquaredError;

    /// <inheritdoc/>
    public int TargetLength(int outputs) => outputs;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A target is NaN or infinite.</exception>
    public void Check(ReadOnlySpan<float> targets, int outputs) => Targets.CheckFinite(targets);

    /// <inheritdoc/>
    public void Rows(
        ref float values,
        ref float gradients,
        int stride,
        int outputs,
        ReadOnlySpan<float> targets,
        float scale,
        Span<double> losses) =>
        ElementLoss.Rows(
            default(MeanSquaredErrorVector512),
            default(MeanSquaredErrorVector256),
            default(MeanSquaredErrorVector128),
            ref values,
            ref gradients,
            stride,
            outputs,
            targets,
            scale,
            losses);

    /// <inheritdoc/>
    public int CountRight(ref float values, int stride, int outputs, ReadOnlySpan<float> targets) => -1;
}
