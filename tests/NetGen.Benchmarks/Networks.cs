namespace NetGen.Benchmarks;

[Network(2)]
[Dense(1, Activation.Sigmoid)]
public sealed partial class Mlp2To1;

[Network(4)]
[Dense(3, Activation.Relu)]
[Dense(3, Activation.Relu)]
[Dense(10, Activation.Softmax)]
public sealed partial class Mlp4To10;

[Network(16)]
[Dense(32, Activation.Relu)]
[Dense(32, Activation.Relu)]
[Dense(4)]
public sealed partial class Mlp16To4;

[Network(64)]
[Dense(128, Activation.Tanh)]
[Dense(128, Activation.Tanh)]
[Dense(16)]
public sealed partial class Mlp64To16 : IPacked
{
    ReadOnlyMemory<float> IPacked.Packed => _packed.AsMemory(_start);
}

[Network(784)]
[Dense(256, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
public sealed partial class Mlp784To10 : IPacked
{
    ReadOnlyMemory<float> IPacked.Packed => _packed.AsMemory(_start);
}

/// <summary><see cref="Mlp784To10"/> with its backward pass.</summary>
[Network(784)]
[Dense(256, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
[Trainable(Loss.CrossEntropy)]
public sealed partial class TrainableMlp784To10;

/// <summary><see cref="Mlp784To10"/> for inputs of which many are zero.</summary>
[Network(784)]
[Dense(256, Activation.Relu, SparseInput = true)]
[Dense(128, Activation.Relu)]
[Dense(10, Activation.Softmax)]
public sealed partial class SparseMlp784To10;

/// <summary>The dense layers of <see cref="Mlp784To10"/> without the softmax.</summary>
[Network(784)]
[Dense(256, Activation.Relu)]
[Dense(128, Activation.Relu)]
[Dense(10)]
public sealed partial class Mlp784ToLogits;

[Network(768)]
[Dense(3072, Activation.Gelu)]
[Dense(768)]
public sealed partial class Mlp768To768 : IPacked
{
    ReadOnlyMemory<float> IPacked.Packed => _packed.AsMemory(_start);
}

[Network(1024)]
[Dense(1024, Activation.Relu)]
[Dense(1024)]
public sealed partial class Mlp1024To1024 : IPacked
{
    ReadOnlyMemory<float> IPacked.Packed => _packed.AsMemory(_start);
}

[Network(1040)]
[Dense(1040, Activation.Relu)]
[Dense(1040)]
public sealed partial class Mlp1040To1040;

[Network(257)]
[Dense(129, Activation.Relu)]
[Dense(65, Activation.Relu)]
[Dense(3)]
public sealed partial class Mlp257To3 : IPacked
{
    ReadOnlyMemory<float> IPacked.Packed => _packed.AsMemory(_start);
}

[Network(272)]
[Dense(144, Activation.Relu)]
[Dense(80, Activation.Relu)]
[Dense(16)]
public sealed partial class Mlp272To16;

[Network(100)]
[Dense(250, Activation.Relu)]
[Dense(7)]
public sealed partial class Mlp100To7 : IPacked
{
    ReadOnlyMemory<float> IPacked.Packed => _packed.AsMemory(_start);
}

[Network(112)]
[Dense(256, Activation.Relu)]
[Dense(16)]
public sealed partial class Mlp112To16;

/// <summary>A network whose parameters can be read where its kernels read them.</summary>
internal interface IPacked
{
    ReadOnlyMemory<float> Packed { get; }
}
