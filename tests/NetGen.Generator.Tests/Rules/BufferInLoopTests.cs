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
            Found(
                1,
                "Each iteration takes a new buffer of 4.0 KiB from the stack, until the method returns, "
                    + "only to pass it to 'Net.Forward'"),
            Found(2, "Each iteration allocates a new buffer only to pass it to 'Net.ForwardBatch'"),
        },
    }.RunAsync();

    [Fact]
    public Task AllocationAsArgument() => FindsAsync(
        "while (net.Classify({|NETGEN301:new float[4]|}) == 0) { }",
        "do { } while (net.Classify({|NETGEN301:new float[] { 1, 2, 3, length }|}) == 0);",
        "for (int i = 0; i < 9; net.Forward(samples[i], {|NETGEN301:new float[3]|})) { i++; }",
        "foreach (float[] sample in samples) net.Forward(output: {|NETGEN301:new float[3]|}, input: sample);",
        "foreach (float[] sample in samples) net.Forward(sample, {|NETGEN301:new float[3]|}.AsSpan()[..3]);",
        "while (true) net.Forward({|NETGEN301:new[] { 1f, length, 3, 4 }|}, _last, {|NETGEN301:new float[_weights.Length]|});",
        "while (true) net.ForwardBatch(_last, {|NETGEN301:new float[3]|}, -1);",
        "while (true) ((INetwork<Net>)net).Forward(_last, {|NETGEN301:new float[Net.Dense1.Outputs * 1]|});",
        "Action run = () => { while (true) { net.Classify({|NETGEN301:new float[4]|}); } };",
        "while (true) { if (length > 3) { net.Classify({|NETGEN301:new float[4]|}); } }",
        "while (true) { switch (length) { case 1: net.Classify({|NETGEN301:new float[4]|}); break; } }",
        "while (true) { try { net.Classify({|NETGEN301:new float[4]|}); continue; } finally { } }",
        "while (true) { while (true) { net.Classify({|NETGEN301:new float[4]|}); break; } }");

    [Fact]
    public Task VariableThatNothingKeeps() => FindsInAsync(
        "while (true) { float[] b = {|NETGEN301:new float[3]|}; net.Forward(_last, b); … }",
        "float best = b[0] + b[^1]; b[1] = best; b[2]++; (b[0], best) = (1, 2);",
        "float most = b.Max(); string text = string.Join(' ', b); int at = Array.IndexOf(b, 2f);",
        "foreach (float value in b) { Console.WriteLine(value); }",
        "for (int i = 0; i < b.Length; i++) { Console.WriteLine(b[i]); }",
        "b.CopyTo(_last, 0); b.AsSpan().CopyTo(_last); Array.Clear(b);",
        "Read(b); Fill(b); Fill(b.AsSpan(1, 2)); Read(b.AsSpan()[1..].Slice(1));",
        "net.CopyParametersTo(b); var other = Net.FromParameters(b);",
        "_last = b[..2];");

    [Fact]
    public Task VariableIsASpan() => FindsInAsync(
        "while (true) { … net.Forward(_last, b); b.Fill(b[0]); float most = b.ToArray().Max(); }",
        "Span<float> b = {|NETGEN301:stackalloc float[3]|};",
        "Span<float> b = {|NETGEN301:stackalloc[] { 0f, 0, 0 }|};",
        "Span<float> b = {|NETGEN301:new float[3]|};",
        "var b = {|NETGEN301:new float[3]|}.AsSpan();");

    [Fact]
    public Task VariableThatMayBeKept() => FindsInAsync(
        "while (true) { float[] b = new float[3]; net.Forward(_last, b); … }",
        "_last = b;",
        "_kept.Add(b);",
        "Keep(b);",
        "var other = b;",
        "b = new float[4];",
        "object kept = b;",
        "Memory<float> kept = b;",
        "Func<float> kept = () => b[0];",
        "float Kept() => b[0];",
        "var kept = from value in samples select b[0];",
        "var kept = b.Select(value => value + 1);",
        "Span<float> kept = b;",
        "ref float kept = ref b[0];",
        "float[][] kept = [b];",
        "Array.Resize(ref b, 2);");

    [Fact]
    public Task Innocent() => FindsAsync(
        "net.Forward(_last, new float[3]);",
        "for (net.Forward(_last, new float[3]); length > 0; ) { }",
        "foreach (float value in new float[net.Classify(new float[4])]) { }",
        "while (true) { Action run = () => net.Forward(_last, new float[3]); }",
        "while (true) { void Local() { net.Forward(_last, new float[3]); } Local(); }",
        "while (true) { var all = from s in samples select net.Classify(new float[4]); }",
        "foreach (float[] sample in samples) { net.ForwardBatch(sample, new float[sample.Length]); }",
        "for (int i = 0; i < 9; i++) { net.ForwardBatch(_last, new float[i]); }",
        "while (true) { net.ForwardBatch(_last, new float[length]); length++; }",
        "while (true) { net.ForwardBatch(_last, new float[Next()]); }",
        "while (true) { net.ForwardBatch(_last, new float[_last.Length]); }",
        "Action grow = () => length++; while (true) { net.ForwardBatch(_last, new float[length]); }",
        "while (true) { net.Forward([1, 2, 3, 4], _last); }",
        "while (true) { net.Forward(new float[] { 1, 2, 3, 4 }, _last); }",
        "while (true) { ReadOnlySpan<float> b = new[] { 1f, 2, 3, 4 }; net.Forward(b, _last); }",
        "while (true) { ReadOnlySpan<float> b = [1, 2, 3, 4]; net.Forward(b, _last); }",
        "while (true) { float[] b = [.. _last]; net.Forward(b, _last); }",
        "while (true) { Read(new float[3]); }",
        "while (true) { float[] b = new float[3]; Read(b); }",
        "while (true) { net.Forward(_last, new float[3]); break; }",
        "while (true) { net.Forward(_last, new float[3]); if (length > 3) { return; } throw new Exception(); }",
        "while (true) { switch (length) { default: net.Classify(new float[4]); return; } }",
        "while (true) { try { net.Classify(new float[4]); break; } catch (ArgumentException) { } }");

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

    /// <summary>The same code around each of the parts.</summary>
    private static Task FindsInAsync(string frame, params string[] parts) =>
        FindsAsync(parts.Select(part => frame.Replace("…", part, StringComparison.Ordinal)));

    private static Task FindsAsync(params IEnumerable<string> bodies) =>
        new RuleTest<BufferInLoopAnalyzer, EmptyCodeFixProvider>(Methods(bodies)).RunAsync();

    private static DiagnosticResult Found(int location, string message) =>
        new DiagnosticResult(Rules.BufferInLoop).WithLocation(location).WithMessage(message);
}
