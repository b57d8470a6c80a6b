namespace NetGen.Tests.Training.Losses;

/// <summary>A loss of rows, at some width.</summary>
internal delegate void LossRows<TTarget>(
    ref float values, ref float gradients, int stride, int outputs, ReadOnlySpan<TTarget> targets, float scale, Span<double> losses);
