using System.Runtime.InteropServices;
using NetGen.CompilerServices;
using NetGen.Weights;

namespace NetGen.Tests.Networks;

/// <summary>Making, saving and loading networks.</summary>
public sealed class CreationTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".safetensors");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void ParametersComeBackAsTheyWere()
    {
        AssertRoundTrip<Mlp2To1>();
        AssertRoundTrip<Mlp4To10>();
        AssertRoundTrip<Mlp31To31>();
        AssertRoundTrip<Mlp257To3>();
        AssertRoundTrip<WideNetwork>();
        AssertRoundTrip<FashionClassifier>();
    }

    [Fact]
    public void SavedNamesAreThoseOfSequential()
    {
        Mlp100To7.Initialize(3).Save(_path);
        using FileStream file = File.OpenRead(_path);
        IEnumerable<string> names = SafetensorsHeader.Read(file).Tensors.Select(tensor => tensor.Name);
        Assert.Equal(["0.bias", "0.weight", "2.bias", "2.weight", "4.bias", "4.weight"], names.Order());
    }

    [Fact]
    public void LoadOfTheWrongShapeNamesTensorAndShapes()
    {
        InvalidDataException exception = Assert.Throws<InvalidDataException>(
            () => Mlp16To4.Load(ReferenceVectors.PathOf("mlp_17-33-5_tanh-sigmoid")));
        Assert.Contains("0.weight", exception.Message, StringComparison.Ordinal);
        Assert.Contains("[32, 16]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("[33, 17]", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InitializeDrawsHeNormalBeforeReluAndGlorotUniformOtherwise()
    {
        float[] parameters = new float[FashionClassifier.ParameterCount];
        FashionClassifier.Initialize(1).CopyParametersTo(parameters);
        ReadOnlySpan<float> first = parameters.AsSpan(0, (int)FashionClassifier.Dense1.WeightCount);
        double variance = 0;
        foreach (float weight in first)
        {
            variance += (double)weight * weight / first.Length;
        }

        Assert.Equal(2.0 / 784, variance, 2.0 / 784 * 0.02);
        ReadOnlySpan<float> last = parameters.AsSpan(parameters.Length - (int)FashionClassifier.Dense3.ParameterCount);
        double limit = Math.Sqrt(6.0 / (128 + 10));
        float largest = 0;
        foreach (float weight in last[..1280])
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        Assert.InRange(largest, limit * 0.99, limit);
        Assert.All(last[1280..].ToArray(), bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void ConstantsAndLayersAgree()
    {
        const int length = FashionClassifier.InputLength + FashionClassifier.Dense2.Outputs;
        Assert.Equal(912, new float[length].Length);
        Assert.Equal(235_146, FashionClassifier.ParameterCount);
        Assert.Equal(234_752, FashionClassifier.MultiplyAddCount);
        Assert.Equal(940_584, FashionClassifier.ParameterBytes);
        Assert.Equal(FashionClassifier.LayerCount, FashionClassifier.Layers.Length);
        Assert.Equal(new LayerInfo("Dense1", "Dense", 784, 256, Activation.Relu, 200_704, 256, 200_704), FashionClassifier.Layers[0]);
        Assert.Contains("235,146", FashionClassifier.Summary, StringComparison.Ordinal);
    }

    private void AssertRoundTrip<T>()
        where T : INetwork<T>
    {
        float[] parameters = new float[T.ParameterCount], copied = new float[T.ParameterCount];
        var random = new RandomSource(5);
        Initializer.GlorotUniform(ref random, parameters, 10, 10);
        var network = T.FromParameters(parameters);
        network.CopyParametersTo(copied);
        AssertSameBits(parameters, copied);

        network.Save(_path);
        T.Load(_path).CopyParametersTo(copied);
        AssertSameBits(parameters, copied);
        using FileStream file = File.OpenRead(_path);
        T.Load(file).CopyParametersTo(copied);
        AssertSameBits(parameters, copied);
    }

    private static void AssertSameBits(float[] expected, float[] found) =>
        Assert.True(MemoryMarshal.AsBytes(expected.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(found.AsSpan())));
}
