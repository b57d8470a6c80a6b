using NetGen;

namespace Approximator;

/// <summary>One hidden layer, ever wider: each unit is a tanh of its own place and slope, the output their weighted sum.</summary>
[Network(1)]
[Dense(1, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width1;

[Network(1)]
[Dense(2, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width2;

[Network(1)]
[Dense(4, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width4;

[Network(1)]
[Dense(8, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width8;

[Network(1)]
[Dense(16, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width16;

[Network(1)]
[Dense(32, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width32;

[Network(1)]
[Dense(64, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width64;

[Network(1)]
[Dense(128, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width128;

[Network(1)]
[Dense(256, Activation.Tanh)]
[Dense(1)]
[Trainable(Loss.MeanSquaredError)]
internal sealed partial class Width256;
