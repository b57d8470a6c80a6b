using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>A loss and its gradient, for rows of a network's outputs. For generated code.</summary>
/// <typeparam name="TTarget">A class number, or a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILossFunction<TTarget>
    where TTarget : unmanaged
{
    /// <summary>Which loss it is.</summary>
    Loss Loss { get; }

    /// <summary>The targets of one sample.</summary>
    /// <param name="outputs">The network's outputs.</param>
    int TargetLength(int outputs);

    /// <summary>Checks targets before anything is done with them.</summary>
    /// <param name="targets">Targets of any number of samples.</param>
    /// <param name="outputs">The network's outputs.</param>
    /// <exception cref="ArgumentException">A target is out of range.</exception>
    void Check(ReadOnlySpan<TTarget> targets, int outputs);

    /// <summary>
    /// Gives the loss of each row, and its gradient by the row's values: logits for the two cross entropies, else outputs.
    /// </summary>
    /// <param name="values">[rows, stride], on a 64-byte boundary.</param>
    /// <param name="gradients">Receives the gradient times <paramref name="scale"/>; zeros from the outputs up to the stride.</param>
    /// <param name="stride">The floats from row to row, of both: a multiple of 16.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="targets">The targets of the rows.</param>
    /// <param name="scale">What the gradient is multiplied by: one over what the loss is a mean of.</param>
    /// <param name="losses">Receives each row's loss, the sum over its outputs, not scaled.</param>
    void Rows(
        ref float values,
        ref float gradients,
        int stride,
        int outputs,
        ReadOnlySpan<TTarget> targets,
        float scale,
        Span<double> losses);

    /// <summary>Counts the right decisions: one a target. -1 where targets are no classes.</summary>
    /// <param name="values">[rows, stride], as for <see cref="Rows"/>.</param>
    /// <param name="stride">The floats from row to row.</param>
    /// <param name="outputs">The outputs.</param>
    /// <param name="targets">The targets of the rows.</param>
    int CountRight(ref float values, int stride, int outputs, ReadOnlySpan<TTarget> targets);
}
