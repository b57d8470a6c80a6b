using NetGen;

namespace RuleSample.Others;

[Network(4)]
[Dense(8, Activation.Sigmoid)]
[Dense(8, Activation.Tanh)]
[Dense(8, /*warning NETGEN204*/Activation.Sigmoid)]
[Dense(2)]
public sealed partial class VanishingGradients;

[Network(4)]
[Dense(3, /*warning NETGEN206*/Activation.Relu)]
public sealed partial class ReluOutput;
