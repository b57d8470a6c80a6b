namespace NetGen.Tests.Networks;

// The networks of the reference vectors, mlp_*.safetensors.

[Network(1)]
[Dense(1, Activation.Sigmoid)]
public sealed partial class Mlp1To1;

[Network(2)]
[Dense(1, Activation.Step)]
public sealed partial class Mlp2To1;

#pragma warning disable NETGEN109 // The file has the reference inputs and outputs too.
[Network(4, Weights = "mlp_4-3-3-10_relu-relu-softmax.safetensors")]
#pragma warning restore NETGEN109
[Dense(3, Activation.Relu)]
[Dense(3, Activation.Relu)]
[Dense(10, Activation.Softmax)]
public sealed partial class Mlp4To10;

[Network(16)]
[Dense(32, Activation.Relu)]
[Dense(32, Activation.Relu)]
[Dense(4)]
public sealed partial class Mlp16To4;

[Network(17)]
[Dense(33, Activation.Tanh)]
[Dense(5, Activation.Sigmoid)]
public sealed partial class Mlp17To5;

[Network(31)]
[Dense(1, Activation.Elu)]
[Dense(31, Activation.Softplus)]
public sealed partial class Mlp31To31;

[Network(57)]
[Dense(57, 32, Activation.Relu)]
[Dense(32, 1, Activation.Sigmoid)]
public sealed partial class Mlp57To1;

[Network(64)]
[Dense(128, Activation.Tanh)]
[Dense(128, Activation.Tanh)]
[Dense(16)]
public sealed partial class Mlp64To16;

[Network(100)]
[Dense(250, Activation.Gelu)]
[Dense(250, Activation.Silu)]
[Dense(7, Activation.LogSoftmax)]
public sealed partial class Mlp100To7;

[Network(257)]
[Dense(129, Activation.LeakyRelu)]
[Dense(65, Activation.HardSwish)]
[Dense(3)]
public sealed partial class Mlp257To3;

/// <summary>The Fashion-MNIST classifier of the examples.</summary>
[Network(784, Weights = "fashion.safetensors")]
[Dense(256, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
public sealed partial class FashionClassifier;

/// <summary>The same up to the logits.</summary>
[Network(784, Weights = "fashion.safetensors")]
[Dense(256, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(10)]
public sealed partial class FashionLogits;

/// <summary>More scratch for one sample than the stack gives, softmax in the middle, layers without bias.</summary>
#pragma warning disable NETGEN202 // Softmax in a hidden layer is what is tested.
[Network(20)]
[Dense(5000, Activation.Softsign, UseBias = false)]
[Dense(40, Activation.Softmax)]
[Dense(9, Activation.Softmax, UseBias = false)]
[Dense(70, Activation.LogSoftmax)]
#pragma warning restore NETGEN202
public sealed partial class WideNetwork;
