using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;
using static NetGen.Generator.Tests.LoopCode;

namespace NetGen.Generator.Tests;

public class HoistNetworkTests
{
    [Fact]
    public Task VariablesMoveOutOfAllLoops() => FixAsync(
        """
        Train();

        foreach (float[] sample in samples)
        {
            Net first = {|NETGEN302:Net.Load("first")|}; // the first
            int seed = sample.Length;
            for (int i = 0; i < sample.Length; i++)
            {
                /* another */ var second = {|NETGEN302:Net.Initialize(length)|};
                var third = {|NETGEN302:Net.Initialize(seed)|};

                first.Forward(sample, _last);
                Action run = () => second.Forward(sample, _last);
                Use(third);
            }
        }
        """,
        """
        Train();

        Net first = Net.Load("first"); // the first
        /* another */
        var second = Net.Initialize(length);
        foreach (float[] sample in samples)
        {
            int seed = sample.Length;
            var third = Net.Initialize(seed);
            for (int i = 0; i < sample.Length; i++)
            {
                first.Forward(sample, _last);
                Action run = () => second.Forward(sample, _last);
                Use(third);
            }
        }
        """);

    [Fact]
    public Task ExpressionsGetVariables() => FixAsync(
        """
        while ({|NETGEN302:Net.Load(path)|}.Classify(_last) == 0)
            Use({|NETGEN302:Net.FromParameters([1, 2, 3])|} /* small */);
        for (int i = 0; i < length; i++)
        {
            _net = {|NETGEN302:Net.Initialize(1)|};
        }

        while (true)
        {
            Net idle = {|NETGEN302:Net.Initialize(1)|};
        }
        """,
        """
        Net network = Net.Load(path);
        Net network2 = Net.FromParameters([1, 2, 3]);
        while (network.Classify(_last) == 0)
            Use(network2 /* small */);
        Net network3 = Net.Initialize(1);
        for (int i = 0; i < length; i++)
        {
            _net = network3;
        }

        Net idle = Net.Initialize(1);
        while (true)
        {
        }
        """);

    [Fact]
    public Task TopLevelStatements() => new RuleTest<NetworkInLoopAnalyzer, HoistNetworkFix>(
        """
        float[] output = new float[3];

        // Every line.
        foreach (string line in args)
        {
            Some.Where.Net net = {|NETGEN302:Some.Where.Net.Load("net")|};
            net.Forward([line.Length, 2, 3, 4], output);
            {|NETGEN302:Some.Where.Net.Initialize(1)|}.Forward([line.Length, 2, 3, 4], output);
        }

        namespace Some.Where
        {
            [NetGen.Network(4)]
            [NetGen.Dense(3)]
            public sealed partial class Net;
        }
        """,
        """
        float[] output = new float[3];

        Some.Where.Net net = Some.Where.Net.Load("net");
        Some.Where.Net network = Some.Where.Net.Initialize(1);
        // Every line.
        foreach (string line in args)
        {
            net.Forward([line.Length, 2, 3, 4], output);
            network.Forward([line.Length, 2, 3, 4], output);
        }

        namespace Some.Where
        {
            [NetGen.Network(4)]
            [NetGen.Dense(3)]
            public sealed partial class Net;
        }
        """,
        usings: "")
    {
        TestState = { OutputKind = OutputKind.ConsoleApplication },
    }.RunAsync();

    [Theory]
    [InlineData("while (true) { if (length > 3) { {|NETGEN302:Net.Load(path)|}.Classify(_last); } }")]
    [InlineData("while (true) { if (length > 3) { continue; } {|NETGEN302:Net.Load(path)|}.Classify(_last); }")]
    [InlineData("while (true) { try { {|NETGEN302:Net.Load(path)|}.Classify(_last); } catch (IOException) { } }")]
    [InlineData("while (true) { try { Use({|NETGEN302:Net.Load(path)|}); } finally { Train(); } }")]
    [InlineData("while (true) { var it = {|NETGEN302:Net.Load(path)|}; Use(it); it = Net.Initialize(length++); }")]
    [InlineData("while (true) { Net a = {|NETGEN302:Net.Initialize(1)|}, b = {|NETGEN302:Net.Initialize(2)|}; Use(a); }")]
    [InlineData("while (true) { {|NETGEN302:Net.Load(path)|}; }")]
    [InlineData("if (length > 3) while (true) { Use({|NETGEN302:Net.Load(path)|}); }")]
    public Task WhereTheMeaningWouldChange(string body) =>
        new RuleTest<NetworkInLoopAnalyzer, HoistNetworkFix>(Method(body), Method(body))
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();

    private static Task FixAsync(string body, string fixedBody) =>
        new RuleTest<NetworkInLoopAnalyzer, HoistNetworkFix>(Method(body), Method(fixedBody)).RunAsync();
}
