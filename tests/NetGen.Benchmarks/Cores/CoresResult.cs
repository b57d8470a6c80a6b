namespace NetGen.Benchmarks;

/// <summary>A network's batch on one core, on all of them, and in ONNX Runtime with as many threads.</summary>
internal sealed record CoresResult(string Network, int Batch, Measurement OneCore, Measurement AllCores, Measurement Onnx)
{
    public double SpeedUp => OneCore.Nanoseconds / AllCores.Nanoseconds;

    public double RatioToOnnx => Onnx.Nanoseconds / AllCores.Nanoseconds;
}
