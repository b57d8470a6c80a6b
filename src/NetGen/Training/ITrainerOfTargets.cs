namespace NetGen;

/// <summary>What every generated trainer has, for its kind of targets.</summary>
/// <typeparam name="TNetwork">The network that is trained.</typeparam>
/// <typeparam name="TTarget">
/// <see cref="int"/>, the number of the right class, for <see cref="Loss.CrossEntropy"/>; <see cref="float"/> for the other losses.
/// </typeparam>
public interface ITrainer<TNetwork, TTarget> : ITrainer<TNetwork>
    where TNetwork : INetwork<TNetwork>
    where TTarget : unmanaged
{
    /// <summary>The targets of one sample: 1 where they are classes, else the network's outputs.</summary>
    int TargetLength { get; }

    /// <summary>One step on one batch: its loss, the gradients, and with them new parameters. Allocates nothing.</summary>
    /// <param name="inputs">The samples, [count, inputs] row-major; from 1 to <see cref="ITrainer{TNetwork}.BatchSize"/> of them.</param>
    /// <param name="targets">The targets, [count, <see cref="TargetLength"/>] row-major.</param>
    /// <returns>The batch's loss before the step.</returns>
    /// <exception cref="ArgumentException">A length or a target is wrong; nothing was changed.</exception>
    /// <exception cref="NotFiniteNumberException">The loss is NaN or infinite; no parameter was changed.</exception>
#pragma warning disable CA1716 // The field's name for it; in Visual Basic a keyword, which can be escaped.
    float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets);
#pragma warning restore CA1716

    /// <summary>Measures the network as it is, on as many samples as the lengths say. Changes nothing.</summary>
    /// <param name="inputs">The samples, [count, inputs] row-major, at least one.</param>
    /// <param name="targets">The targets, [count, <see cref="TargetLength"/>] row-major.</param>
    /// <returns>The loss and, for classes, the accuracy.</returns>
    /// <exception cref="ArgumentException">A length or a target is wrong.</exception>
    Evaluation Evaluate(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets);
}
