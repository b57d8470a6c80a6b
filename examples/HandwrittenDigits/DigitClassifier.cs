using NetGen;

namespace HandwrittenDigits;

/// <summary>Reads a digit: 8 x 8 pixels from 0 (white) to 1 (ink) in, ten probabilities out.</summary>
[Network(Width * Height)]
[Dense(64, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Trainable(Loss.CrossEntropy, LabelSmoothing = 0.1f)]
public sealed partial class DigitClassifier
{
    public const int Width = 8;
    public const int Height = 8;
}
