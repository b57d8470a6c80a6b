using NetGen;

namespace RuleSample.Others;

[Network(4)]
[Dense(3, Activation.Softmax)]
[Trainable(/*warning NETGEN401*/Loss.MeanSquaredError)]
public sealed partial class SoftmaxRegression;

[Network(4)]
[Dense(/*error NETGEN402*/1)]
[Trainable(Loss.CrossEntropy)]
public sealed partial class OneClass;

[Network(4)]
[Dense(3, Activation.Sigmoid)]
[Trainable(/*warning NETGEN404*/Loss.CrossEntropy)]
public sealed partial class SigmoidCrossEntropy;

[/*error NETGEN405*/Trainable(Loss.CrossEntropy)]
public sealed partial class TrainableWithoutNetwork;

[Network(4)]
[/*error NETGEN406*/Dense(1)]
[Trainable(Loss.BinaryCrossEntropy)]
public sealed partial class NoProbabilities;

[Network(4)]
[Dense(3)]
[Trainable(Loss.MeanSquaredError, /*error NETGEN007*/Delta = 1)]
public sealed partial class WrongDelta;
