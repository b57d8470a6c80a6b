using NetGen;

namespace RuleSample;

[Network(1)]
[Dense(1, Weights = [2], Bias = [1])]
public sealed class /*error NETGEN001*/NotPartial;

[Network(2)]
[Dense(2, Activation.Relu)]
[Dense(/*error NETGEN101*/3, 1)]
public sealed partial class InputsDiffer;

[Network(2)]
[Dense(2, Weights = [1, 0, 0, 1], Bias = [0, 0])]
[/*warning NETGEN201*/Dense(1, Weights = [1, 1], Bias = [0])]
public sealed partial class MissingNonlinearity;

[Network(2)]
[Dense(2, /*warning NETGEN202*/Activation.Softmax, Weights = [1, 0, 0, 1], Bias = [0, 0])]
[Dense(1, Weights = [1, 1], Bias = [0.25f])]
public sealed partial class HiddenSoftmax;

[Network(2)]
[Dense(2, /*error NETGEN403*/Activation.Step, Weights = [1, 0, 0, 1], Bias = [0, 0])]
[Dense(1, Weights = [1, 1], Bias = [0.25f])]
[Trainable(Loss.MeanSquaredError)]
public sealed partial class StepActivation;

[Network(2)]
[Dense(1, /*warning NETGEN203*/Activation.Softmax, Weights = [1, 1], Bias = [0])]
public sealed partial class SoftmaxOfOne;
