using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;
using static NetGen.Generator.Tests.LoopCode;

namespace NetGen.Generator.Tests;

public class HoistBufferTests
{
    [Fact]
    public Task VariablesMoveBeforeTheLoop() => FixAsync(
        """
        Console.WriteLine();

        // Every sample once.
        foreach (float[] sample in samples)
        {
            // What comes out.
            float[] output = {|NETGEN301:new float[Net.OutputLength]|}; // three numbers
            Span<float> scratch = {|NETGEN301:stackalloc float[Net.WorkspaceLength + 1]|};

            net.Forward(sample, output, scratch);
            Console.WriteLine(output[0]);
        }
        """,
        """
        Console.WriteLine();
        // What comes out.
        float[] output = new float[Net.OutputLength]; // three numbers
        Span<float> scratch = stackalloc float[Net.WorkspaceLength + 1];

        // Every sample once.
        foreach (float[] sample in samples)
        {
            net.Forward(sample, output, scratch);
            Console.WriteLine(output[0]);
        }
        """);

    [Fact]
    public Task ArgumentsGetVariables() => FixAsync(
        """
        for (int i = 0; i < 9; i++)
            net.Forward(samples[i], {|NETGEN301:new float[3]|} /* not looked at */);
        while (net.Classify({|NETGEN301:new float[] { 1, 2, 3, 4 }|}) == 0)
        {
            net.Forward(output: {|NETGEN301:stackalloc float[3]|}, input: {|NETGEN301:new float[4]|});
        }
        """,
        """
        float[] output = new float[3];
        for (int i = 0; i < 9; i++)
            net.Forward(samples[i], output /* not looked at */);
        float[] input = new float[] { 1, 2, 3, 4 };
        Span<float> output2 = stackalloc float[3];
        float[] input2 = new float[4];
        while (net.Classify(input) == 0)
        {
            net.Forward(output: output2, input: input2);
        }
        """);

    [Fact]
    public Task NestedLoops() => FixAsync(
        """
        foreach (float[] sample in samples)
        {
            float[] once = {|NETGEN301:new float[3]|};
            net.Forward(sample, once);
            int count = once.Length;
            for (int i = 0; i < count; i++)
            {
                float[] often = {|NETGEN301:new float[3]|};
                net.Forward(sample, often);
                float[] some = {|NETGEN301:new float[count]|};
                net.ForwardBatch(sample, some);
            }
        }
        """,
        """
        float[] once = new float[3];
        float[] often = new float[3];
        foreach (float[] sample in samples)
        {
            net.Forward(sample, once);
            int count = once.Length;
            float[] some = new float[count];
            for (int i = 0; i < count; i++)
            {
                net.Forward(sample, often);
                net.ForwardBatch(sample, some);
            }
        }
        """);

    private static Task FixAsync(string body, string fixedBody) =>
        new RuleTest<BufferInLoopAnalyzer, HoistBufferFix>(Method(body), Method(fixedBody)).RunAsync();
}
