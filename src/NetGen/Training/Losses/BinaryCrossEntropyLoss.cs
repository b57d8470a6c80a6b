using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary><see cref="Loss.BinaryCrossEntropy"/> of the sigmoid of logits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BinaryCrossEntropyLoss : ILossFunction<float>
{
    /// <inheritdoc/>
    public Loss Loss => Loss.BinaryCrossEntropy;

    /// <inheritdoc/>
    public int TargetLength(int outputs) => outputs;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A target is not from 0 to 1.</exception>
    public void Check(ReadOnlySpan<float> targets, int outputs)
    {
        int index = Targets.IndexOfOutside(targets, 0, 1);
        if (index >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(targets),
                targets[index],
                string.Create(CultureInfo.InvariantCulture, $"Target {index} is {targets[index]}; targets must be from 0 to 1."));
        }
    }

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
            default(BinaryCrossEntropyVector512),
            default(BinaryCrossEntropyVector256),
            default(BinaryCrossEntropyVector128),
            ref values,
            ref gradients,
            stride,
            outputs,
            targets,
            scale,
            losses);

    /// <inheritdoc/>
    public int CountRight(ref float values, int stride, int outputs, ReadOnlySpan<float> targets)
    {
        int right = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            float logit = Unsafe.Add(ref values, (i / outputs * stride) + (i % outputs));
            right += (logit >= 0) == (targets[i] >= 0.5f) ? 1 : 0;
        }

        return right;
    }
}
