using Microsoft.CodeAnalysis.Testing;
using NetGen.CodeFixes;
using NetGen.Generator.Analyzers;
using static NetGen.Generator.Tests.LoopCode;

namespace NetGen.Generator.Tests;

public class BufferInLoopTests
{
    [Fact]
    public Task MessageHasTheBytes() => new RuleTest<BufferInLoopAnalyzer, EmptyCodeFixProvider>(Method(
        """
        foreach (float[] sample in samples)
        {
            net.Forward(sample, {|#0:new float[Net.OutputLength]|});
            net.Forward(sample, {|#1:stackalloc float[1024]|});
            net.ForwardBatch(sample, {|#2:new float[length]|});
        }
        """))
    {
        ExpectedDiagnostics =
        {
            Found(0, "Each iteration allocates a new buffer of 12 bytes only to pass it to 'Net.Forward'"),
            Found(1, "Each iteration takes a new buffer of 4.0 KiB from the stack, until the method returns, only to pass it to 'Net.Forward'"),
            Found(2, "Each iteration allocates a new buffer only to pass it to 'Net.ForwardBatch'"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("while (net.Classify({|NETGEN301:new float[4]|}) == 0) { }")]
    [InlineData("do { } while (net.Classify({|NETGEN301:new float[] { 1, 2, 3, 4 }|}) == 0);")]
    [InlineData("for (int i = 0; i < 9; net.Forward(samples[i], {|NETGEN301:new float[3]|})) { i++; }")]
    [InlineData("foreach (float[] sample in samples) net.Forward(output: {|NETGEN301:new float[3]|}, input: sample);")]
    [InlineData("foreach (float[] sample in samples) net.Forward(sample, new float[3].AsSpan()[..3]);", "new float[3]")]
    [InlineData("while (true) net.Forward({|NETGEN301:new[] { 1f, length, 3, 4 }|}, _last, {|NETGEN301:new float[_weights.Length]|});")]
    [InlineData("while (true) ((INetwork<Net>)net).Forward(_last, {|NETGEN301:new float[Net.Dense1.Outputs * 1]|});")]
    [InlineData("Action run = () => { while (true) { net.Classify({|NETGEN301:new float[4]|}); } };")]
    [InlineData("while (true) { if (length > 3) { net.Classify({|NETGEN301:new float[4]|}); } }")]
    [InlineData("while (true) { switch (length) { case 1: net.Classify({|NETGEN301:new float[4]|}); break; } }")]
    [InlineData("while (true) { try { net.Classify({|NETGEN301:new float[4]|}); continue; } finally { } }")]
    [InlineData("while (true) { while (true) { net.Classify({|NETGEN301:new float[4]|}); break; } }")]
    public Task AllocationAsArgument(string body, string? allocation = null) => FindsAsync(
        allocation is null ? body : body.Replace(allocation, $"{{|NETGEN301:{allocation}|}}", StringComparison.Ordinal));

    [Theory]
    [InlineData("float best = b[0] + b[^1]; b[1] = best; b[2]++; (b[0], best) = (1, 2);")]
    [InlineData("float most = b.Max(); string text = string.Join(' ', b); int at = Array.IndexOf(b, 2f);")]
    [InlineData("foreach (float value in b) { Console.WriteLine(value); }")]
    [InlineData("for (int i = 0; i < b.Length; i++) { Console.WriteLine(b[i]); }")]
    [InlineData("b.CopyTo(_last, 0); b.AsSpan().CopyTo(_last); Array.Clear(b);")]
    [InlineData("Read(b); Fill(b); Fill(b.AsSpan(1, 2)); Read(b.AsSpan()[1..].Slice(1));")]
    [InlineData("net.CopyParametersTo(b); var other = Net.FromParameters(b);")]
    [InlineData("_last = b[..2];")]
    public Task VariableThatNothingKeeps(string uses) => FindsAsync(
        $$"""
        while (true)
        {
            float[] b = {|NETGEN301:new float[3]|};
            net.Forward(_last, b);
            {{uses}}
        }
        """);

    [Theory]
    [InlineData("Span<float> b = {|NETGEN301:stackalloc float[3]|};")]
    [InlineData("Span<float> b = {|NETGEN301:stackalloc[] { 0f, 0, 0 }|};")]
    [InlineData("Span<float> b = {|NETGEN301:new float[3]|};")]
    [InlineData("var b = {|NETGEN301:new float[3]|}.AsSpan();")]
    public Task VariableIsASpan(string declaration) => FindsAsync(
        $$"""
        while (true)
        {
            {{declaration}}
            net.Forward(_last, b);
            b.Fill(b[0]);
            float most = b.ToArray().Max();
        }
        """);

    [Theory]
    [InlineData("_last = b;")]
    [InlineData("_kept.Add(b);")]
    [InlineData("Keep(b);")]
    [InlineData("var other = b;")]
    [InlineData("b = new float[4];")]
    [InlineData("object kept = b;")]
    [InlineData("Memory<float> kept = b;")]
    [InlineData("Func<float> kept = () => b[0];")]
    [InlineData("float Kept() => b[0];")]
    [InlineData("var kept = from value in samples select b[0];")]
    [InlineData("var kept = b.Select(value => value + 1);")]
    [InlineData("Span<float> kept = b;")]
    [InlineData("ref float kept = ref b[0];")]
    [InlineData("float[][] kept = [b];")]
    [InlineData("Array.Resize(ref b, 2);")]
    public Task VariableThatMayBeKept(string use) => FindsAsync(
        $$"""
        while (true)
        {
            float[] b = new float[3];
            net.Forward(_last, b);
            {{use}}
        }
        """);

    [Theory]
    [InlineData("net.Forward(_last, new float[3]);")]
    [InlineData("for (net.Forward(_last, new float[3]); length > 0; ) { }")]
    [InlineData("foreach (float value in new float[net.Classify(new float[4])]) { }")]
    [InlineData("while (true) { Action run = () => net.Forward(_last, new float[3]); }")]
    [InlineData("while (true) { void Local() { net.Forward(_last, new float[3]); } Local(); }")]
    [InlineData("while (true) { var all = from s in samples select net.Classify(new float[4]); }")]
    [InlineData("foreach (float[] sample in samples) { net.ForwardBatch(sample, new float[sample.Length]); }")]
    [InlineData("for (int i = 0; i < 9; i++) { net.ForwardBatch(_last, new float[i]); }")]
    [InlineData("while (true) { net.ForwardBatch(_last, new float[length]); length++; }")]
    [InlineData("while (true) { net.ForwardBatch(_last, new float[Next()]); }")]
    [InlineData("while (true) { net.ForwardBatch(_last, new float[_last.Length]); }")]
    [InlineData("Action grow = () => length++; while (true) { net.ForwardBatch(_last, new float[length]); }")]
    [InlineData("while (true) { net.Forward([1, 2, 3, 4], _last); }")]
    [InlineData("while (true) { ReadOnlySpan<float> b = [1, 2, 3, 4]; net.Forward(b, _last); }")]
    [InlineData("while (true) { float[] b = [.. _last]; net.Forward(b, _last); }")]
    [InlineData("while (true) { Read(new float[3]); }")]
    [InlineData("while (true) { float[] b = new float[3]; Read(b); }")]
    [InlineData("while (true) { net.Forward(_last, new float[3]); break; }")]
    [InlineData("while (true) { net.Forward(_last, new float[3]); if (length > 3) { return; } throw new Exception(); }")]
    [InlineData("while (true) { switch (length) { default: net.Classify(new float[4]); return; } }")]
    [InlineData("while (true) { try { net.Classify(new float[4]); break; } catch (ArgumentException) { } }")]
    public Task Innocent(string body) => FindsAsync(body);

    [Fact]
    public Task ReturnedBufferIsKept() => new RuleTest<BufferInLoopAnalyzer, EmptyCodeFixProvider>(Method(
        """
        while (true)
        {
            float[] b = new float[3];
            net.Forward(b, b);
            yield return b;
        }
        """,
        "IEnumerable<float[]> Run(Net net)")).RunAsync();

    [Fact]
    public Task NetworkThatIsNotKnown() => new RuleTest<BufferInLoopAnalyzer, EmptyCodeFixProvider>(Method(
        "while (true) { net.Forward(_last, new float[3]); }", "void Run<T>(T net) where T : INetwork<T>")).RunAsync();

    private static Task FindsAsync(string body) =>
        new RuleTest<BufferInLoopAnalyzer, EmptyCodeFixProvider>(Method(body)).RunAsync();

    private static DiagnosticResult Found(int location, string message) =>
        new DiagnosticResult(Rules.BufferInLoop).WithLocation(location).WithMessage(message);
}
