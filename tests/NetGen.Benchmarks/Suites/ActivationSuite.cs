using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Suites;

/// <summary>Each activation over 4,096 values from -8 to 8; the time is that of one value.</summary>
[GenericTypeArguments(typeof(StepFunction))]
[GenericTypeArguments(typeof(ReluFunction))]
[GenericTypeArguments(typeof(LeakyReluFunction))]
[GenericTypeArguments(typeof(Relu6Function))]
[GenericTypeArguments(typeof(EluFunction))]
[GenericTypeArguments(typeof(SeluFunction))]
[GenericTypeArguments(typeof(GeluFunction))]
[GenericTypeArguments(typeof(GeluTanhFunction))]
[GenericTypeArguments(typeof(SiluFunction))]
[GenericTypeArguments(typeof(MishFunction))]
[GenericTypeArguments(typeof(SigmoidFunction))]
[GenericTypeArguments(typeof(HardSigmoidFunction))]
[GenericTypeArguments(typeof(HardSwishFunction))]
[GenericTypeArguments(typeof(TanhFunction))]
[GenericTypeArguments(typeof(HardTanhFunction))]
[GenericTypeArguments(typeof(SoftplusFunction))]
[GenericTypeArguments(typeof(SoftsignFunction))]
public class ActivationSuite<T>
    where T : struct, IActivation
{
    private readonly float[] _inputs = ActivationInputs.Make(), _outputs = new float[ActivationInputs.Count];

    [Benchmark(OperationsPerInvoke = ActivationInputs.Count)]
    public void Apply()
    {
        ref float x = ref MemoryMarshal.GetArrayDataReference(_inputs);
        ref float y = ref MemoryMarshal.GetArrayDataReference(_outputs);
        for (nuint i = 0; Vector512.IsHardwareAccelerated && i < ActivationInputs.Count; i += 16)
        {
            T.Apply(Vector512.LoadUnsafe(ref x, i)).StoreUnsafe(ref y, i);
        }

        for (nuint i = 0; !Vector512.IsHardwareAccelerated && i < ActivationInputs.Count; i += 8)
        {
            T.Apply(Vector256.LoadUnsafe(ref x, i)).StoreUnsafe(ref y, i);
        }
    }
}

/// <summary>The two activations of whole rows, in place, over a copy of 4,096 values.</summary>
public class SoftmaxSuite
{
    private readonly float[] _inputs = ActivationInputs.Make(), _values = new float[ActivationInputs.Count];

    [Benchmark(OperationsPerInvoke = ActivationInputs.Count)]
    public void Softmax()
    {
        _inputs.CopyTo(_values, 0);
        VectorMath.SoftmaxInPlace(ref _values[0], _values.Length);
    }

    [Benchmark(OperationsPerInvoke = ActivationInputs.Count)]
    public void LogSoftmax()
    {
        _inputs.CopyTo(_values, 0);
        VectorMath.LogSoftmaxInPlace(ref _values[0], _values.Length);
    }
}

internal static class ActivationInputs
{
    public const int Count = 4096;

    public static float[] Make()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(_ => (random.NextSingle() * 16) - 8)];
    }
}
