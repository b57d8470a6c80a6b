using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary><see cref="Loss.Huber"/>.</summary>
/// <param name="delta">The difference from which the loss is linear, above 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HuberLoss(float delta) : ILossFunction<float>
{
    /// <inheritdoc/>
    public Loss Loss => Loss.Huber;

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
            new HuberVector512(delta),
            new HuberVector256(delta),
            new HuberVector128(delta),
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
