using NetGen;

namespace SpamFilter;

/// <summary>The probability that an e-mail with these 57 features is spam.</summary>
[Network(57)]
[Dense(32, Activation.Relu)]
[Dense(1, Activation.Sigmoid)]
[Trainable(Loss.BinaryCrossEntropy)]
public sealed partial class SpamClassifier;
