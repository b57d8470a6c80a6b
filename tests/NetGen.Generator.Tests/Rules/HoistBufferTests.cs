using Microsoft.CodeAnalysis;
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
        while (net.Classify({|NETGEN301:new float[] { 1, 2, 3, length }|}) == 0)
        {
            net.Forward(output: {|NETGEN301:stackalloc float[3]|}, input: {|NETGEN301:new float[4]|});
        }
        """,
        """
        float[] output = new float[3];
        for (int i = 0; i < 9; i++)
            net.Forward(samples[i], output /* not looked at */);
        float[] input = new float[] { 1, 2, 3, length };
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

    [Fact]
    public Task NamesThatAreTakenGetANumber() => FixAsync(
        """
        float[] output = new float[3];
        net.Forward(samples[0], output);
        foreach (float[] sample in samples)
        {
            net.Forward(sample, {|NETGEN301:new float[3]|});
        }

        foreach (float[] sample in samples)
        {
            float[] result = {|NETGEN301:new float[3]|};
            net.Forward(sample, output: result);
            Console.WriteLine(result[0]);
        }

        foreach (float[] sample in samples)
        {
            float[] result = {|NETGEN301:new float[3]|};
            net.Forward(sample, result);
        }

        foreach (float[] sample in samples)
        {
            float[] _last = {|NETGEN301:new float[3]|};
            net.Forward(sample, _last);
        }

        Console.WriteLine(_last.Length);
        """,
        """
        float[] output = new float[3];
        net.Forward(samples[0], output);
        float[] output2 = new float[3];
        foreach (float[] sample in samples)
        {
            net.Forward(sample, output2);
        }

        float[] result2 = new float[3];
        foreach (float[] sample in samples)
        {
            net.Forward(sample, output: result2);
            Console.WriteLine(result2[0]);
        }

        float[] result = new float[3];
        foreach (float[] sample in samples)
        {
            net.Forward(sample, result);
        }

        float[] _last2 = new float[3];
        foreach (float[] sample in samples)
        {
            net.Forward(sample, _last2);
        }

        Console.WriteLine(_last.Length);
        """);

    [Fact]
    public Task TopLevelStatements() => new RuleTest<BufferInLoopAnalyzer, HoistBufferFix>(
        """
        Net net = Net.Initialize(1);
        foreach (float[] sample in new float[2][])
        {
            float[] output = {|NETGEN301:new float[3]|};
            net.Forward(sample, output);
            net.Forward(sample, {|NETGEN301:stackalloc float[3]|});
        }

        [Network(4)]
        [Dense(3)]
        public sealed partial class Net;
        """,
        """
        Net net = Net.Initialize(1);
        float[] output = new float[3];
        System.Span<float> output2 = stackalloc float[3];
        foreach (float[] sample in new float[2][])
        {
            net.Forward(sample, output);
            net.Forward(sample, output2);
        }

        [Network(4)]
        [Dense(3)]
        public sealed partial class Net;
        """,
        usings: "global using NetGen;")
    {
        TestState = { OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    [Fact]
    public Task SwitchSectionAndLambda() => FixAsync(
        """
        switch (length)
        {
            case 1:
                while (true) { float[] b = {|NETGEN301:new float[3]|}; net.Forward(_last, b); }
        }

        Action run = () =>
        {
            // Runs for ever.
            while (true)
                net.Forward(_last, {|NETGEN301:new float[3]|});
        };
        """,
        """
        switch (length)
        {
            case 1:
                float[] b = new float[3];
                while (true) { net.Forward(_last, b); }
        }

        Action run = () =>
        {
            float[] output = new float[3];
            // Runs for ever.
            while (true)
                net.Forward(_last, output);
        };
        """);

    [Fact]
    public Task LinesEndAsTheyDid() => new RuleTest<BufferInLoopAnalyzer, HoistBufferFix>(
        Method("while (true)\n{\n    net.Classify({|NETGEN301:new float[4]|});\n}").ReplaceLineEndings("\r\n"),
        Method("float[] input = new float[4];\nwhile (true)\n{\n    net.Classify(input);\n}").ReplaceLineEndings("\r\n"))
    {
        TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nend_of_line = crlf\n") } },
    }.RunAsync();

    private static Task FixAsync(string body, string fixedBody) =>
        new RuleTest<BufferInLoopAnalyzer, HoistBufferFix>(Method(body), Method(fixedBody)).RunAsync();
}
