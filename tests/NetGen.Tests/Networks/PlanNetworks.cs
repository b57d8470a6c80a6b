namespace NetGen.Tests.Networks;

// A network of each kind of plan: few outputs and many, few inputs and many, most of them no multiple of a vector.

// From tiny to small, straight-line code: each number of outputs that is near a vector's, each activation.

[Network(5)]
[Dense(11, Activation.Step)]
[Dense(1, Activation.Sigmoid)]
public sealed partial class Tiny5To1;

[Network(5)]
[Dense(11, Activation.Relu)]
[Dense(2, Activation.Softmax)]
public sealed partial class Tiny5To2;

[Network(5)]
[Dense(11, Activation.LeakyRelu)]
[Dense(3, Activation.LogSoftmax)]
public sealed partial class Tiny5To3;

[Network(5)]
[Dense(11, Activation.Relu6)]
[Dense(4)]
public sealed partial class Tiny5To4;

[Network(5)]
[Dense(11, Activation.Elu)]
[Dense(5, Activation.Tanh)]
public sealed partial class Tiny5To5;

[Network(5)]
[Dense(11, Activation.Selu)]
[Dense(7, Activation.HardTanh)]
public sealed partial class Tiny5To7;

[Network(5)]
[Dense(11, Activation.Gelu)]
[Dense(8, Activation.Softplus)]
public sealed partial class Tiny5To8;

[Network(5)]
[Dense(11, Activation.GeluTanh)]
[Dense(9, Activation.HardSigmoid)]
public sealed partial class Tiny5To9;

[Network(5)]
[Dense(11, Activation.Silu)]
[Dense(16, Activation.HardSwish)]
public sealed partial class Tiny5To16;

[Network(5)]
[Dense(11, Activation.Mish)]
[Dense(17, Activation.Softmax)]
public sealed partial class Tiny5To17;

[Network(5)]
[Dense(11, Activation.Softsign)]
[Dense(31, Activation.Mish)]
public sealed partial class Tiny5To31;

// More chains than there are letters, where samples stand side by side.
[Network(1)]
[Dense(256, Activation.Tanh)]
[Dense(1)]
public sealed partial class Tiny1To256To1;

/// <summary>One layer, no bias.</summary>
[Network(6)]
[Dense(31, UseBias = false)]
public sealed partial class Tiny6To31;

/// <summary>Many tiny layers.</summary>
[Network(9)]
[Dense(8, Activation.Relu)]
[Dense(7, Activation.Tanh)]
[Dense(4, Activation.Relu)]
[Dense(3, Activation.Elu)]
[Dense(1, Activation.Softsign)]
[Dense(5, Activation.Relu, UseBias = false)]
[Dense(2)]
public sealed partial class Tiny9To2;

// The same with loops.

[Network(65)]
[Dense(150, Activation.Softsign)]
[Dense(1, Activation.Sigmoid)]
public sealed partial class Small65To1;

[Network(65)]
[Dense(150, Activation.Mish)]
[Dense(2, Activation.Softmax)]
public sealed partial class Small65To2;

[Network(65)]
[Dense(150, Activation.Silu)]
[Dense(3, Activation.LogSoftmax)]
public sealed partial class Small65To3;

[Network(65)]
[Dense(150, Activation.GeluTanh)]
[Dense(4)]
public sealed partial class Small65To4;

[Network(65)]
[Dense(150, Activation.Gelu)]
[Dense(5, Activation.Tanh)]
public sealed partial class Small65To5;

[Network(65)]
[Dense(150, Activation.Selu)]
[Dense(7, Activation.HardTanh)]
public sealed partial class Small65To7;

[Network(65)]
[Dense(150, Activation.Elu)]
[Dense(8, Activation.Softplus)]
public sealed partial class Small65To8;

[Network(65)]
[Dense(150, Activation.Relu6)]
[Dense(9, Activation.HardSigmoid)]
public sealed partial class Small65To9;

[Network(65)]
[Dense(150, Activation.LeakyRelu)]
[Dense(16, Activation.HardSwish)]
public sealed partial class Small65To16;

[Network(65)]
[Dense(150, Activation.Relu)]
[Dense(17, Activation.Softmax)]
public sealed partial class Small65To17;

[Network(65)]
[Dense(150, Activation.Step)]
[Dense(31, Activation.Mish)]
public sealed partial class Small65To31;

/// <summary>One layer of few outputs, no bias.</summary>
[Network(203)]
[Dense(3, UseBias = false)]
public sealed partial class Small203To3;

/// <summary>One layer of whole panels.</summary>
[Network(90)]
[Dense(48)]
public sealed partial class Small90To48;

/// <summary>Ten layers.</summary>
[Network(33)]
[Dense(17, Activation.Relu)]
[Dense(40, Activation.Gelu)]
[Dense(9, Activation.LeakyRelu)]
[Dense(65, Activation.Silu)]
[Dense(24, Activation.Elu)]
[Dense(1, Activation.HardTanh)]
[Dense(31, Activation.Mish)]
[Dense(48, Activation.Relu6)]
[Dense(20, Activation.Selu)]
[Dense(33, Activation.Tanh)]
public sealed partial class Small33To33;

// Large.

[Network(3000)]
[Dense(20, Activation.Relu)]
[Dense(4)]
public sealed partial class Large3000To4;

[Network(801)]
[Dense(1099, Activation.Silu)]
[Dense(803)]
public sealed partial class Large801To803;

/// <summary>Zeros are skipped, in four chains.</summary>
[Network(200)]
[Dense(30, Activation.Gelu, SparseInput = true)]
[Dense(40, Activation.Relu)]
[Dense(6)]
public sealed partial class Sparse200To6;

/// <summary>Zeros are skipped, in one chain.</summary>
[Network(300)]
[Dense(130, Activation.Relu, SparseInput = true)]
public sealed partial class Sparse300To130;
