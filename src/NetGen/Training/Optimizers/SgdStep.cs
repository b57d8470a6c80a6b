namespace NetGen.CompilerServices;

/// <summary>The numbers of one step of <see cref="Sgd"/>.</summary>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="GradientScale">What gradients are multiplied by.</param>
/// <param name="GradientDecay">What is added to them, times the parameter.</param>
/// <param name="Momentum">The part of the last direction that is kept.</param>
/// <param name="Nesterov">Whether momentum is applied once more.</param>
internal readonly record struct SgdStep(float LearningRate, float GradientScale, float GradientDecay, float Momentum, bool Nesterov);
