using System.IO.Compression;

namespace NetGen.Tests.Networks;

/// <summary>The trained network on all 10,000 Fashion-MNIST test images.</summary>
public class FashionTests
{
    private const int ImageCount = 10_000;
    private static readonly float[] _images = [.. ReadIdx("images-idx3", 16).Select(pixel => pixel / 255f)];
    private static readonly byte[] _labels = ReadIdx("labels-idx1", 8);

    [Fact]
    public void LogitsAgreeWithPyTorch()
    {
        double[] expected = ReferenceVectors.Doubles("fashion", "logits");
        float[] logits = new float[expected.Length];
        FashionLogits.Default.ForwardBatch(_images.AsSpan(0, logits.Length / 10 * 784), logits);
        double bound = 1e-5 * expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - logits[i]) <= bound, $"logit {i} is {logits[i]:R}, expected {expected[i]:R}");
        }
    }

    [Fact]
    public void ClassesAgreeWithPyTorch()
    {
        long[] expected = ReferenceVectors.Longs("fashion", "predictions");
        int correct = 0;
        Span<float> logits = stackalloc float[10];
        for (int i = 0; i < ImageCount; i++)
        {
            ReadOnlySpan<float> image = _images.AsSpan(i * 784, 784);
            int predicted = FashionClassifier.Default.Classify(image, out float confidence);
            Assert.InRange(confidence, 0.1f, 1f);
            correct += predicted == _labels[i] ? 1 : 0;
            if (predicted != expected[i])
            {
                // A difference is only one of rounding where the two best logits are as good as equal.
                FashionLogits.Default.Forward(image, logits);
                Assert.True(Math.Abs(logits[predicted] - logits[(int)expected[i]]) <= 1e-5, $"image {i}");
            }
        }

        Assert.Equal(9007, correct);
    }

    private static byte[] ReadIdx(string name, int headerLength)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Fashion", $"fashion-t10k-{name}-ubyte.gz");
        using var content = new MemoryStream();
        using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        file.CopyTo(content);
        return content.ToArray()[headerLength..];
    }
}
