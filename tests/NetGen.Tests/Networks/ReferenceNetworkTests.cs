namespace NetGen.Tests.Networks;

/// <summary>Trained weights from PyTorch give what PyTorch gives in float64.</summary>
public class ReferenceNetworkTests
{
    [Fact]
    public void OneToOne() => AssertAgrees<Mlp1To1>("mlp_1-1_sigmoid");

    [Fact]
    public void TwoToOne() => AssertAgrees<Mlp2To1>("mlp_2-1_step");

    [Fact]
    public void FourToTen() => AssertAgrees<Mlp4To10>("mlp_4-3-3-10_relu-relu-softmax");

    [Fact]
    public void SixteenToFour() => AssertAgrees<Mlp16To4>("mlp_16-32-32-4_relu-relu-identity");

    [Fact]
    public void SeventeenToFive() => AssertAgrees<Mlp17To5>("mlp_17-33-5_tanh-sigmoid");

    [Fact]
    public void ThroughOne() => AssertAgrees<Mlp31To31>("mlp_31-1-31_elu-softplus");

    [Fact]
    public void FiftySevenToOne() => AssertAgrees<Mlp57To1>("mlp_57-32-1_relu-sigmoid");

    [Fact]
    public void SixtyFourToSixteen() => AssertAgrees<Mlp64To16>("mlp_64-128-128-16_tanh-tanh-identity");

    [Fact]
    public void HundredToSeven() => AssertAgrees<Mlp100To7>("mlp_100-250-250-7_gelu-silu-log_softmax");

    [Fact]
    public void RaggedToThree() => AssertAgrees<Mlp257To3>("mlp_257-129-65-3_leaky_relu_0.01-hard_swish-identity");

    [Fact]
    public void DefaultHasTheWeightsOfTheBuild()
    {
        float[] built = new float[Mlp4To10.ParameterCount], loaded = new float[Mlp4To10.ParameterCount];
        Mlp4To10.Default.CopyParametersTo(built);
        Mlp4To10.Load(ReferenceVectors.PathOf("mlp_4-3-3-10_relu-relu-softmax")).CopyParametersTo(loaded);
        Assert.Equal(loaded, built);
        Assert.Same(Mlp4To10.Default, Mlp4To10.Default);
    }

    private static void AssertAgrees<T>(string file)
        where T : INetwork<T>
    {
        T network = T.Load(ReferenceVectors.PathOf(file));
        float[] inputs = ReferenceVectors.Floats(file, "input");
        double[] expected = ReferenceVectors.Doubles(file, "output");
        float[] outputs = new float[expected.Length];
        network.ForwardBatch(inputs, outputs);
        double bound = 1e-5 * expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - outputs[i]) <= bound, $"output {i} is {outputs[i]:R}, expected {expected[i]:R}");
        }
    }
}
