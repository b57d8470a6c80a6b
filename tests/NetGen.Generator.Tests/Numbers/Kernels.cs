using System.Reflection;
using System.Runtime.InteropServices;

namespace NetGen.Generator.Tests;

/// <summary>
/// The kernels of one vector width and the packed parameters of one network, called without its checks.
/// </summary>
internal sealed class Kernels
{
    private readonly Forward _forward;
    private readonly ForwardBatch _forwardBatch;
    private readonly float[] _packed;
    private readonly int _start;

    public Kernels(Type type, object network, int bits)
    {
        Type kernels = type.Assembly.GetType($"NetGen.Generated.{type.FullName}.Kernels", throwOnError: true)!;
        _forward = Method<Forward>(kernels, $"ForwardV{bits}");
        _forwardBatch = Method<ForwardBatch>(kernels, $"ForwardBatchV{bits}");
        _packed = (float[])Field(type, "_packed").GetValue(network)!;
        _start = (int)Field(type, "_start").GetValue(network)!;
    }

    private delegate void Forward(ref float input, ref float packed, ref float output, ref float scratch);

    private delegate void ForwardBatch(
        ref float inputs, ref float packed, ref float outputs, ref float scratch, nuint rows);

    /// <summary>The address of the first packed parameter.</summary>
    public nint Address => Marshal.UnsafeAddrOfPinnedArrayElement(_packed, _start);

    public void Run(Span<float> input, Span<float> output, Span<float> scratch) => _forward(
        ref MemoryMarshal.GetReference(input),
        ref _packed[_start],
        ref MemoryMarshal.GetReference(output),
        ref MemoryMarshal.GetReference(scratch));

    public void RunBatch(Span<float> inputs, Span<float> outputs, Span<float> scratch, int rows) => _forwardBatch(
        ref MemoryMarshal.GetReference(inputs),
        ref _packed[_start],
        ref MemoryMarshal.GetReference(outputs),
        ref MemoryMarshal.GetReference(scratch),
        (nuint)rows);

    private static T Method<T>(Type kernels, string name)
        where T : Delegate =>
        kernels.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<T>();

    private static FieldInfo Field(Type type, string name) =>
        type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
}
