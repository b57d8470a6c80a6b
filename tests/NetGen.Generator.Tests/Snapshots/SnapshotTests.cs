namespace NetGen.Generator.Tests;

/// <summary>The whole generated text of a few networks, for people to read in a change's diff.</summary>
public class SnapshotTests
{
    /// <summary>Written out in full, with weights in the attribute.</summary>
    [Fact]
    public void Neuron() => Verify(
        """
        using NetGen;
        [Network(2)]
        [Dense(1, Activation.Sigmoid, Weights = [0.7f, 0.3f], Bias = [-4f])]
        public sealed partial class Neuron;
        """);

    /// <summary>Small layers written out in full, softmax in a register, a namespace and a container.</summary>
    [Fact]
    public void SmallClassifier() => Verify(
        """
        using NetGen;
        namespace Users.Nets;
        public static partial class Nets
        {
            [Network(4)]
            [Dense(3, Activation.Relu)]
            [Dense(3, Activation.LeakyRelu, Alpha = 0.2f, UseBias = false)]
            [Dense(10, Activation.Softmax, Name = "head")]
            internal sealed partial class SmallClassifier;
        }
        """);

    /// <summary>Loops over panels, tiles for batches, and weights in a resource.</summary>
    [Fact]
    public void FashionClassifier() => Verify(
        """
        using NetGen;
        [Network(784, Weights = "fashion.safetensors")]
        [Dense(256, Activation.Relu)]
        [Dense(128, Activation.Relu)]
        [Dense(10, Activation.Softmax)]
        public sealed partial class FashionClassifier;
        """,
        new ManifestFile(ManifestText.Of(
            "fashion.safetensors", "NetGen.Weights/fashion.safetensors",
            ("0.weight", "F32", "256x784"), ("0.bias", "F32", "256"),
            ("2.weight", "F32", "128x256"), ("2.bias", "F32", "128"),
            ("4.weight", "F32", "10x128"), ("4.bias", "F32", "10"))));

    /// <summary>The second file of a trainable network: an odd number of panels, and a long activation.</summary>
    [Fact]
    public void TrainableClassifier() => Snapshot.Verify(
        GeneratorRun.Of(
            """
            using NetGen;
            [Network(20)]
            [Dense(40, Activation.Tanh)]
            [Dense(10, Activation.Softmax)]
            [Trainable(Loss.CrossEntropy)]
            public sealed partial class TrainableClassifier;
            """)
            .Sources[1].SourceText.ToString(),
        nameof(TrainableClassifier));

    /// <summary>A network that cannot run.</summary>
    [Fact]
    public void Stub() => Verify(
        """
        using NetGen;
        [Network(4, Weights = "none.safetensors")]
        [Dense(5, 3, Activation.LogSoftmax)]
        public sealed partial class Stub;
        """);

    private static void Verify(
        string source,
        ManifestFile? manifest = null,
        [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Snapshot.Verify(GeneratorRun.Of(source, manifest is null ? [] : [manifest]).Text, name);
}
