namespace NetGen.Tests.Training;

// The networks whose training by PyTorch is in Vectors/train_*.

[Network(57)]
[Dense(32, Activation.LeakyRelu)]
[Dense(1, Activation.Sigmoid)]
[Trainable(Loss.BinaryCrossEntropy)]
public sealed partial class Binary57;

[Network(13)]
[Dense(16, Activation.Gelu)]
[Dense(16, Activation.Silu)]
[Dense(16, Activation.Tanh)]
[Dense(5, Activation.Softmax)]
[Trainable(Loss.CrossEntropy)]
public sealed partial class Classes13;

[Network(20)]
[Dense(33, Activation.Relu)]
[Dense(17, Activation.Relu)]
[Dense(10, Activation.LogSoftmax)]
[Trainable(Loss.CrossEntropy)]
public sealed partial class Classes20;

[Network(6)]
[Dense(10, Activation.Selu)]
[Dense(10, Activation.HardSwish)]
[Dense(10, Activation.Softsign)]
[Dense(4)]
[Trainable(Loss.MeanSquaredError)]
public sealed partial class Squares6;

[Network(7)]
[Dense(24, Activation.Sigmoid)]
[Dense(12, Activation.Elu)]
[Dense(3)]
[Trainable(Loss.MeanSquaredError)]
public sealed partial class Squares7;

[Network(9)]
[Dense(11, Activation.Mish)]
[Dense(11, Activation.Softplus)]
[Dense(11, Activation.GeluTanh)]
[Dense(2, Activation.Tanh)]
[Trainable(Loss.MeanSquaredError)]
public sealed partial class Squares9;

// Sizes that are no multiple of a tile or vector; an odd number of panels, and one that is even; parts of a layer's inputs.
[Network(203)]
[Dense(150, Activation.Relu)]
[Dense(70, Activation.Tanh)]
[Dense(37, Activation.Gelu, UseBias = false)]
[Dense(11, Activation.Softmax)]
[Trainable(Loss.CrossEntropy)]
public sealed partial class WideClasses;
