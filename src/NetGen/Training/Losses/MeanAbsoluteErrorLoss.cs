using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary><see cref="Loss.MeanAbsoluteError"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MeanAbsoluteErrorLoss : ILossFunction<float>
{
    /// <inheritdoc/>
    public Loss Loss => Loss.MeanAbsoluteError;

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
            default(MeanAbsoluteErrorVector512),
            default(MeanAbsoluteErrorVector256),
            default(MeanAbsoluteErrorVector128),
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
