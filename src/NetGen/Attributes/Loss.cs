namespace NetGen;

/// <summary>What training makes small. A batch's loss is the mean over its samples and, for all but cross entropy, their outputs.</summary>
public enum Loss
{
    /// <summary>
    /// -log p of the right class, for exclusive classes; targets are class numbers from 0. A softmax or log-softmax output is
    /// fused into the loss; any other is taken for the logits of a softmax.
    /// </summary>
    CrossEntropy,

    /// <summary>
    /// -(t log y + (1 - t) log(1 - y)) for each output y on its own, targets t from 0 to 1. The output layer's sigmoid, which
    /// it needs, is fused into the loss.
    /// </summary>
    BinaryCrossEntropy,

    /// <summary>(y - t)².</summary>
    MeanSquaredError,

    /// <summary>|y - t|; where they are equal, the gradient is 0.</summary>
    MeanAbsoluteError,

    /// <summary>
    /// (y - t)² / 2 where |y - t| is at most <c>Delta</c>, else <c>Delta</c> (|y - t| - <c>Delta</c> / 2). Huber, "Robust
    /// Estimation of a Location Parameter", 1964.
    /// </summary>
    Huber,
}
