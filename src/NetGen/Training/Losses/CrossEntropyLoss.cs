using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>
/// <see cref="Loss.CrossEntropy"/> of the softmax of logits. With label smoothing s, the right class has the probability
/// 1 - s + s / outputs, the others s / outputs each. Szegedy et al., "Rethinking the Inception Architecture", 2016.
/// </summary>
/// <param name="labelSmoothing">The part that is spread over all classes, from 0 up to but not including 1.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CrossEntropyLoss(float labelSmoothing) : ILossFunction<int>
{
    /// <inheritdoc/>
    public Loss Loss => Loss.CrossEntropy;

    /// <inheritdoc/>
    public int TargetLength(int outputs) => 1;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">A label is no class.</exception>
    public void Check(ReadOnlySpan<int> targets, int outputs)
    {
        int index = targets.IndexOfAnyExceptInRange(0, outputs - 1);
        if (index >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(targets), targets[index], $"Label {index} is {targets[index]}; labels must be from 0 to {outputs - 1}.");
        }
    }

    /// <inheritdoc/>
    public void Rows(
        ref float values,
        ref float gradients,
        int stride,
        int outputs,
        ReadOnlySpan<int> targets,
        float scale,
        Span<double> losses)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            VectorMath.CrossEntropyVector512(labelSmoothing, ref values, ref gradients, stride, outputs, targets, scale, losses);
        }
        else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)
        {
            VectorMath.CrossEntropyVector256(labelSmoothing, ref values, ref gradients, stride, outputs, targets, scale, losses);
        }
        else
        {
            VectorMath.CrossEntropyVector128(labelSmoothing, ref values, ref gradients, stride, outputs, targets, scale, losses);
        }
    }

    /// <inheritdoc/>
    public int CountRight(ref float values, int stride, int outputs, ReadOnlySpan<int> targets)
    {
        int right = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            ReadOnlySpan<float> logits = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref values, row * stride), outputs);
            right += VectorMath.IndexOfMax(logits) == targets[row] ? 1 : 0;
        }

        return right;
    }
}
