using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class BatchLengthTests
{
    private const string Net =
        """


        [Network(4)] [Dense(8, Activation.Relu)] [Dense(3)] public sealed partial class Net;
        """;

    [Fact]
    public Task Wrong() => Test(
        """
        class Batches
        {
            void Run(Net net, INetwork<Net> same, Net? perhaps, float[] any, float[] other, int n)
            {
                net.ForwardBatch({|#0:new float[1_001]|}, any);
                net.ForwardBatch(any, {|#1:other.AsSpan(0, 10)|});
                net.ForwardBatch(new float[4_000], {|#2:new float[300]|});
                net.ForwardBatch({|#3:new float[7]|}, new float[7]);
                net.ForwardBatch([], {|#4:new float[3]|});
                same.ForwardBatch(new float[4], {|#5:[]|}, any);
                perhaps?.ForwardBatch(outputs: {|#6:new float[9]|}, inputs: stackalloc float[2 * Net.InputLength]);
                net.ForwardBatch({|#7:new float[6]|}, any, -1);
                same.ForwardBatch(new float[8], {|#8:new float[3]|}, maxDegreeOfParallelism: n);
            }
        }
        """,
        Finding(0, "'ForwardBatch' of 'Net' takes samples of length 4 (Net.InputLength), "
            + "but this array has length 1,001, which is no multiple of it"),
        Finding(1, "'ForwardBatch' of 'Net' gives outputs of length 3 (Net.OutputLength), "
            + "but this span has length 10, which is no multiple of it"),
        Finding(2, "The inputs of 'ForwardBatch' of 'Net' are a batch of 1,000 (4,000 / 4), "
            + "but this array is for a batch of 100 (300 / 3)"),
        Finding(3, "'ForwardBatch' of 'Net' takes samples of length 4 (Net.InputLength), "
            + "but this array has length 7, which is no multiple of it"),
        Finding(4, "The inputs of 'ForwardBatch' of 'Net' are a batch of 0 (0 / 4), "
            + "but this array is for a batch of 1 (3 / 3)"),
        Finding(5, "The inputs of 'ForwardBatch' of 'Net' are a batch of 1 (4 / 4), "
            + "but this span is for a batch of 0 (0 / 3)"),
        Finding(6, "The inputs of 'ForwardBatch' of 'Net' are a batch of 2 (8 / 4), "
            + "but this array is for a batch of 3 (9 / 3)"),
        Finding(7, "'ForwardBatch' of 'Net' takes samples of length 4 (Net.InputLength), "
            + "but this array has length 6, which is no multiple of it"),
        Finding(8, "The inputs of 'ForwardBatch' of 'Net' are a batch of 2 (8 / 4), "
            + "but this array is for a batch of 1 (3 / 3)"));

    [Fact]
    public Task Innocent() => Test(
        """
        class Batches
        {
            void Run(Net net, float[] any, float[] other, int n)
            {
                net.ForwardBatch(new float[400], new float[300]);
                net.ForwardBatch([], default);
                net.ForwardBatch(any, new float[300]);
                net.ForwardBatch(new float[400], any);
                net.ForwardBatch(new float[4 * n], new float[3]);
                net.ForwardBatch(any.AsSpan(1), other.AsSpan(0, n), new float[1000]);
                net.ForwardBatch(new float[400], new float[300], n);
                new Own().ForwardBatch(new float[1], new float[2]);
            }
        }

        class Own { public void ForwardBatch(float[] inputs, float[] outputs) { } }
        """);

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.BatchLengthsDisagree).WithLocation(place).WithMessage(message);

    private static Task Test(string source, params DiagnosticResult[] expected)
    {
        RuleTest<BufferAnalyzer, EmptyCodeFixProvider> test = new(source + Net);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
