using System.Reflection;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Generator.Tests;

/// <summary>
/// What RyuJIT makes of generated code. It gives up optimising a method past 60,000 bytes of IL, 20,000 instructions, 2,000 basic
/// blocks, 2,000 locals or 8,000 references to them, and stops inlining into it past some hundred locals: a kernel would be
/// many times slower, without an error.
/// </summary>
[Collection(nameof(JitTests))]
public class JitTests
{
    private static readonly HashSet<string> _inlined =
    [
        .. typeof(VectorMath).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(method => method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining))
            .Select(method => $"{typeof(VectorMath).FullName}.{method.Name}"),
    ];

    [Fact]
    public void KernelsAreOptimised()
    {
        using LoadedProgram program = GeneratorRun.Of(Sweep.Source).Load();
        using JitLog log = new();
        MethodInfo[] kernels =
        [
            .. program.Assembly.GetTypes().Where(IsJudged).SelectMany(Methods).Where(IsForThisMachine),
        ];
        Assert.Contains(kernels, method => method.DeclaringType!.Namespace == "NetGen.Generated.Ten1024");
        Assert.Contains(kernels, method => method.DeclaringType!.FullName == "NetGen.Generated.TrainedMish.TrainingKernels");
        Assert.All(kernels, method => Assert.Equal(JitLog.Optimized, log.TierOf(method)));

        // Where the budget ends, a layer is called instead; but not the mathematics in its loops.
        (string, string, string)[] calls =
        [
            .. log.Calls.Where(call => _inlined.Contains(call.Callee)
                && kernels.Any(kernel => call.Caller == $"{kernel.DeclaringType!.FullName}.{kernel.Name}")),
        ];
        Assert.Empty(calls);
    }

    [Fact]
    public void AMethodThatIsTooLargeIsFoundOut()
    {
        string sums = string.Concat(Enumerable.Repeat("sum += sum * x;\n", 10_000));
        using LoadedProgram program = GeneratorRun.Of(
            $$"""
            using System.Runtime.CompilerServices;
            internal static class TooLarge
            {
                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                internal static float Run(float x)
                {
                    float sum = x;
                    {{sums}}
                    return sum;
                }
            }
            """).Load();
        using JitLog log = new();

        Assert.Equal(JitLog.MinOptJitted, log.TierOf(Methods(program.Type("TooLarge")).Single()));
    }

    /// <summary>The forward pass in the networks of one layer and of ten; the backward pass in the trainable ones.</summary>
    private static bool IsJudged(Type type) =>
        type.Name == (type.Namespace?.StartsWith("NetGen.Generated.Trained", StringComparison.Ordinal) == true ? "TrainingKernels" : "Kernels");

    /// <summary>Vectors that the CPU has not are no code to be judged.</summary>
    private static bool IsForThisMachine(MethodInfo method) =>
        (Vector512.IsHardwareAccelerated || !method.Name.Contains("V512", StringComparison.Ordinal))
        && (Vector256.IsHardwareAccelerated || !method.Name.Contains("V256", StringComparison.Ordinal));

    private static MethodInfo[] Methods(Type type) =>
        type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    /// <summary>Alone: other tests have the JIT write so many events that some are lost.</summary>
    [CollectionDefinition(nameof(JitTests), DisableParallelization = true)]
    public class Alone;
}
