using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;
using static NetGen.Generator.Tests.LoopCode;

namespace NetGen.Generator.Tests;

/// <summary>A buffer leaves the loop only where all iterations can use the same one.</summary>
public class SharedBufferTests
{
    [Theory]
    [InlineData("net.Forward(_last, b); b[0] = 1;")]
    [InlineData("net.Forward(_last, b.AsSpan()); Fill(b);")]
    [InlineData("int n = b.Length; net.Forward(_last, _last, b); net.Forward(_last, b);")]
    [InlineData("net.Classify(b); Read(b); foreach (float value in b) { }")]
    [InlineData("net.ForwardBatch(_last, b); for (int i = 0; i < b.Length; i++) { b[i] *= 2; }")]
    public Task NothingOfTheLastIterationIsSeen(string uses) => FixAsync(
        $$"""
        while (true)
        {
            float[] b = {|NETGEN301:new float[3]|};
            {{uses}}
        }
        """,
        $$"""
        float[] b = new float[3];
        while (true)
        {
            {{uses}}
        }
        """);

    [Theory]
    [InlineData("b[0] = length; net.Classify(b);")]
    [InlineData("Fill(b); net.Forward(_last, b);")]
    [InlineData("net.Classify(b); net.Forward(_last, b);")]
    [InlineData("if (length > 1) { net.Forward(_last, b); } Console.WriteLine(b[0]);")]
    [InlineData("if (length > 1) net.Forward(_last, b); else b[0] = 1;")]
    [InlineData("net.Forward(_last, b.AsSpan(0, 3)); b[0] = 1;")]
    [InlineData("net.ForwardBatch(outputs: b, inputs: samples[net.Classify(b)]);")]
    [InlineData("foreach (float[] sample in samples) { net.Forward(sample, b); }")]
    public Task WhatTheLastIterationLeftWouldBeSeen(string uses) => NoFixAsync(
        $$"""
        while (true)
        {
            float[] b = {|NETGEN301:new float[3]|};
            {{uses}}
        }
        """);

    [Theory]
    [InlineData("while (true) net.Classify({|NETGEN301:new[] { 1f, Next(), 3, 4 }|});")]
    [InlineData("foreach (float[] s in samples) { float[] b = {|NETGEN301:[s[0], s[1], 3, 4]|}; net.Forward(b, _last); }")]
    [InlineData("while (true) { float[] a = {|NETGEN301:new float[4]|}, b = {|NETGEN301:new float[4]|}; net.ForwardBatch(a, b); }")]
    [InlineData("if (length > 1) while (true) net.Classify({|NETGEN301:new float[4]|});")]
    [InlineData("again: while (true) net.Classify({|NETGEN301:new float[4]|});")]
    public Task NoPlaceOrOtherContents(string body) => NoFixAsync(body);

    [Fact]
    public Task NoDirectiveIsPassed() => NoFixAsync(
        """
        while (length > 3)
        {
        #pragma warning disable CS8632
            float[]? b = {|NETGEN301:new float[4]|};
        #pragma warning restore CS8632
            net.Classify(b);
        }

        #if !DEBUG
        Train();
        #endif
        while (true)
        {
            net.Classify({|NETGEN301:new float[4]|});
        }
        """);

    [Fact]
    public Task SpansDoNotOutliveAnAwait() => new RuleTest<BufferInLoopAnalyzer, HoistBufferFix>(
        Method(
            """
            while (true)
            {
                net.Forward(_last, {|NETGEN301:stackalloc float[3]|});
                float[] b = {|NETGEN301:new float[3]|};
                await Task.Yield();
                net.Forward(_last, b);
            }
            """,
            "async Task Run(Net net)"),
        Method(
            """
            float[] b = new float[3];
            while (true)
            {
                net.Forward(_last, {|NETGEN301:stackalloc float[3]|});
                await Task.Yield();
                net.Forward(_last, b);
            }
            """,
            "async Task Run(Net net)"))
    {
        FixedState = { MarkupHandling = MarkupMode.Allow },
    }.RunAsync();

    private static Task FixAsync(string body, string fixedBody) =>
        new RuleTest<BufferInLoopAnalyzer, HoistBufferFix>(Method(body), Method(fixedBody)).RunAsync();

    private static Task NoFixAsync(string body) =>
        new RuleTest<BufferInLoopAnalyzer, HoistBufferFix>(Method(body), Method(body))
        {
            FixedState = { MarkupHandling = MarkupMode.Allow },
        }.RunAsync();
}
