using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Onnx;

/// <summary>An ONNX Runtime session with all optimisations.</summary>
internal static class OnnxSession
{
    /// <param name="samples">The network, and how many samples it takes at a time.</param>
    /// <param name="threads">
    /// The threads that work on a layer, the calling one included. The others wait in a loop for a while, as they do by default.
    /// </param>
    public static InferenceSession Of(Samples samples, int threads = 1)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", threads == 1 ? "0" : "1");
        return new InferenceSession(OnnxModel.Of(samples), options);
    }

    /// <summary>A value over the array's own memory, which is pinned.</summary>
    public static OrtValue Value(float[] memory, int count) =>
        OrtValue.CreateTensorValueFromMemory(memory, [count, memory.Length / count]);
}
