using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Onnx;

/// <summary>An ONNX Runtime session with all optimisations, on the calling thread alone.</summary>
internal static class OnnxSession
{
    public static InferenceSession Of(Samples samples)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new InferenceSession(OnnxModel.Of(samples), options);
    }

    /// <summary>A value over the array's own memory, which is pinned.</summary>
    public static OrtValue Value(float[] memory, int count) =>
        OrtValue.CreateTensorValueFromMemory(memory, [count, memory.Length / count]);
}
