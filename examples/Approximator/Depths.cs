using NetGen;

namespace Approximator;

#pragma warning disable NETGEN204 // Vanishing gradients: what tanh layers one behind another can do is the question here.

/// <summary>About as many parameters as one hidden layer of 32, 97.</summary>
[Network(1)]
[Dense(8, Activation.Tanh)]
[Dense(8, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers8x8;

[Network(1)]
[Dense(6, Activation.Tanh)]
[Dense(6, Activation.Tanh)]
[Dense(5, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers6x6x5;

[Network(1)]
[Dense(5, Activation.Tanh)]
[Dense(5, Activation.Tanh)]
[Dense(5, Activation.Tanh)]
[Dense(4, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers5x5x5x4;

/// <summary>About as many parameters as one hidden layer of 64, 193.</summary>
[Network(1)]
[Dense(12, Activation.Tanh)]
[Dense(12, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers12x12;

[Network(1)]
[Dense(9, Activation.Tanh)]
[Dense(9, Activation.Tanh)]
[Dense(8, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers9x9x8;

[Network(1)]
[Dense(7, Activation.Tanh)]
[Dense(7, Activation.Tanh)]
[Dense(7, Activation.Tanh)]
[Dense(7, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers7x7x7x7;

/// <summary>About as many parameters as one hidden layer of 128, 385.</summary>
[Network(1)]
[Dense(18, Activation.Tanh)]
[Dense(18, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers18x18;

[Network(1)]
[Dense(13, Activation.Tanh)]
[Dense(13, Activation.Tanh)]
[Dense(12, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers13x13x12;

[Network(1)]
[Dense(11, Activation.Tanh)]
[Dense(10, Activation.Tanh)]
[Dense(10, Activation.Tanh)]
[Dense(11, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers11x10x10x11;

/// <summary>About as many parameters as one hidden layer of 256, 769.</summary>
[Network(1)]
[Dense(26, Activation.Tanh)]
[Dense(26, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers26x26;

[Network(1)]
[Dense(18, Activation.Tanh)]
[Dense(19, Activation.Tanh)]
[Dense(18, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers18x19x18;

[Network(1)]
[Dense(15, Activation.Tanh)]
[Dense(15, Activation.Tanh)]
[Dense(15, Activation.Tanh)]
[Dense(15, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Layers15x15x15x15;
