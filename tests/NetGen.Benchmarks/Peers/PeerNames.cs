namespace NetGen.Benchmarks;

/// <summary>The columns of the tables.</summary>
internal static class PeerNames
{
    public const string NetGen = "NetGen";
    public const string HandWritten = "C# expression";
    public const string Loop = "C# loop";
    public const string TensorPrimitives = "TensorPrimitives";
    public const string OnnxNamedValues = "ONNX Runtime, Run";
    public const string OnnxOrtValues = "ONNX Runtime, OrtValue";
    public const string OnnxBound = "ONNX Runtime, bound";
    public const string TorchSharp = "TorchSharp";

    public static readonly string[] Others =
        [HandWritten, Loop, TensorPrimitives, OnnxNamedValues, OnnxOrtValues, OnnxBound, TorchSharp];
}
