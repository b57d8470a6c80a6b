namespace NetGen.CompilerServices;

/// <summary>Where a training is; all values in canonical order.</summary>
/// <param name="Step">The steps done.</param>
/// <param name="Parameters">The network's parameters.</param>
/// <param name="States">The optimiser's state: for each of its names a value for each parameter.</param>
internal sealed record Checkpoint(long Step, float[] Parameters, float[][] States);
