using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;
using Microsoft.ML.OnnxRuntime;
using NetGen.Benchmarks;

namespace NetGen.StartUp;

/// <summary>A network read from a file, and its first result: when it is there, and what the JIT took for it.</summary>
internal static class FirstResult
{
    private const int BatchSize = 64;

    /// <summary>Prints the milliseconds since the process was started.</summary>
    public static void PrintTime(long started) =>
        Console.WriteLine(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(started).TotalMilliseconds}"));

    /// <summary>Prints the time of the first result, then what was compiled to load it, for a sample and for a batch.</summary>
    public static void OfNetGen(string network, string file, long started)
    {
        switch (network)
        {
            case nameof(Mlp2To1): Run<Mlp2To1>(file, started); break;
            case nameof(Mlp4To10): Run<Mlp4To10>(file, started); break;
            case nameof(Mlp16To4): Run<Mlp16To4>(file, started); break;
            case nameof(Mlp64To16): Run<Mlp64To16>(file, started); break;
            case nameof(Mlp784To10): Run<Mlp784To10>(file, started); break;
            case nameof(Mlp768To768): Run<Mlp768To768>(file, started); break;
            case nameof(Mlp1024To1024): Run<Mlp1024To1024>(file, started); break;
            case nameof(Mlp257To3): Run<Mlp257To3>(file, started); break;
            case nameof(Mlp100To7): Run<Mlp100To7>(file, started); break;
            default: throw new ArgumentException($"no network {network}", nameof(network));
        }
    }

    /// <summary>Prints the time of the first result of ONNX Runtime.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OfOnnx(int inputs, int outputs, string file, long started)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        using InferenceSession session = new(file, options);
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(new float[inputs], [1, inputs]);
        using OrtValue output = OrtValue.CreateTensorValueFromMemory(new float[outputs], [1, outputs]);
        using RunOptions run = new();
        session.Run(run, ["input"], [input], ["output"], [output]);
        PrintTime(started);
    }

    private static void Run<T>(string file, long started)
        where T : class, INetwork<T>
    {
        Compiled beforeLoad = Compiled.Now;
        T network = T.Load(file);
        Compiled load = Compiled.Now;
        float[] inputs = new float[BatchSize * T.InputLength], outputs = new float[BatchSize * T.OutputLength];
        ReadOnlySpan<float> input = inputs.AsSpan(0, T.InputLength);
        Span<float> output = outputs.AsSpan(0, T.OutputLength);
        Compiled before = Compiled.Now;
        network.Forward(input, output);
        Compiled single = Compiled.Now;
        PrintTime(started);

        Compiled beforeBatch = Compiled.Now;
        network.ForwardBatch(inputs, outputs);
        Compiled batch = Compiled.Now;
        load.PrintSince(beforeLoad);
        single.PrintSince(before);
        batch.PrintSince(beforeBatch);
    }

    /// <summary>What the JIT has done so far on this thread.</summary>
    private readonly record struct Compiled(TimeSpan Time, long Methods, long IlBytes)
    {
        public static Compiled Now => new(
            JitInfo.GetCompilationTime(currentThread: true),
            JitInfo.GetCompiledMethodCount(currentThread: true),
            JitInfo.GetCompiledILBytes(currentThread: true));

        public void PrintSince(Compiled before) => Console.WriteLine(FormattableString.Invariant(
            $"{(Time - before.Time).TotalMilliseconds} {Methods - before.Methods} {IlBytes - before.IlBytes}"));
    }
}
