using NetGen;

namespace RuleSample.Others;

[Network(1)]
[Dense(2, /*error NETGEN102*/Weights = [1], Bias = [1, 2])]
public sealed partial class WrongArrayLength;

[Network(1, /*error NETGEN103*/Weights = "none.safetensors")]
[Dense(2)]
public sealed partial class NoWeightsFile;

[Network(1, Weights = "right.safetensors")]
[Dense(2, /*error NETGEN104*/Name = "fc")]
public sealed partial class MissingTensor;

[Network(1, Weights = "right.safetensors")]
[Dense(/*error NETGEN105*/3)]
public sealed partial class WrongTensorShape;

[Network(1, /*error NETGEN106*/Weights = "damaged.safetensors")]
[Dense(2)]
public sealed partial class Unreadable;

[Network(1)]
[Dense(1, Activation.Relu, Weights = [1], Bias = [1])]
[/*error NETGEN107*/Dense(2)]
public sealed partial class PartialWeights;

[Network(1, /*warning NETGEN108*/Weights = "nan.safetensors")]
[Dense(2)]
public sealed partial class NotFinite;

[Network(1, /*warning NETGEN109*/Weights = "unused.safetensors")]
[Dense(2)]
public sealed partial class UnusedTensors;
