using NetGen;

namespace FashionMnist;

/// <summary>Tells ten kinds of clothing apart: 28 x 28 pixels from 0 (black) to 1 in, ten probabilities out.</summary>
[Network(784, Weights = "fashion.safetensors")]
[Dense(256, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Trainable(Loss.CrossEntropy, LabelSmoothing = 0.1f)]
public sealed partial class FashionClassifier
{
    /// <summary>What each of the ten outputs stands for.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
    [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ];
}
