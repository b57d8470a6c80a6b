using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Suites;

/// <summary>A function of each lane, as a type, so that the loop around it is compiled for it.</summary>
public interface IActivation
{
    static abstract Vector512<float> Apply(Vector512<float> x);

    static abstract Vector256<float> Apply(Vector256<float> x);
}

public readonly struct StepFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Step(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Step(x);
}

public readonly struct ReluFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Relu(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Relu(x);
}

public readonly struct LeakyReluFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.LeakyRelu(x, 0.01f);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.LeakyRelu(x, 0.01f);
}

public readonly struct Relu6Function : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Relu6(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Relu6(x);
}

public readonly struct EluFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Elu(x, 1f);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Elu(x, 1f);
}

public readonly struct SeluFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Selu(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Selu(x);
}

public readonly struct GeluFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Gelu(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Gelu(x);
}

public readonly struct GeluTanhFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.GeluTanh(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.GeluTanh(x);
}

public readonly struct SiluFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Silu(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Silu(x);
}

public readonly struct MishFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Mish(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Mish(x);
}

public readonly struct SigmoidFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Sigmoid(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Sigmoid(x);
}

public readonly struct HardSigmoidFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.HardSigmoid(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.HardSigmoid(x);
}

public readonly struct HardSwishFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.HardSwish(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.HardSwish(x);
}

public readonly struct TanhFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Tanh(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Tanh(x);
}

public readonly struct HardTanhFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.HardTanh(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.HardTanh(x);
}

public readonly struct SoftplusFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Softplus(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Softplus(x);
}

public readonly struct SoftsignFunction : IActivation
{
    public static Vector512<float> Apply(Vector512<float> x) => VectorMath.Softsign(x);

    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Softsign(x);
}
