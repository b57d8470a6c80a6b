using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using NetGen.Bits;
using NetGen.Tests.Networks;

// Runs all test networks on this machine, as this program was compiled: checks that batches give the bits of single samples, and
// writes the results of 130 samples of each network, and the parameters of those that are trained a few steps, to a file, float
// after float, for comparison with other machines.
if (args is [string checkpoint, "train"])
{
    EndlessTraining.Run(checkpoint);
}

if (args is not ([_] or [_, "short"]))
{
    Console.Error.WriteLine("Usage: NetGen.Bits FILE [short | train]");
    return 1;
}

int width = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated && Fma.IsSupported ? 256 : 128;
Console.WriteLine($"{width} bits, {(Fma.IsSupported || AdvSimd.IsSupported ? "fused" : "not fused")}");
using FileStream results = File.Create(args[0]);
foreach (NetworkRunner network in NetworkRunner.All)
{
    (float[] outputs, int batches) = BatchCheck.Run(network, isShort: args.Length > 1);
    results.Write(MemoryMarshal.AsBytes(outputs.AsSpan()));
    Console.WriteLine($"{network.Name} {network.OutputLength} {BatchCheck.Samples} {batches}");
}

foreach ((string name, float[] parameters) in TrainingRun.All())
{
    results.Write(MemoryMarshal.AsBytes(parameters.AsSpan()));
    Console.WriteLine($"{name} {parameters.Length} 1");
}

return 0;
