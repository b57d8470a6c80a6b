using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

public class SameBufferTests
{
    private const string Net =
        """


        [Network(4)] [Dense(8, Activation.Relu)] [Dense(4)] public sealed partial class Net;
        """;

    [Fact]
    public Task Wrong() => Test(
        """
        class Calls
        {
            readonly float[] _field = new float[4];
            public float[] _written = [];
            static readonly Memory<float> Shared = new float[4];
            public float[] Auto { get; set; } = [];
            Span<float> Half => _written.AsSpan(0, 4);

            void Run(Net net, INetwork<Net> same, Net? perhaps, float[] buffer, Span<float> span, int i, int n, float[][] rows)
            {
                net.Forward(buffer, {|NETGEN123:buffer|});
                net.Forward(output: buffer, input: span);
                net.Forward(output: {|NETGEN123:buffer|}, input: buffer);
                same.Forward(span, {|NETGEN123:span|});
                perhaps?.ForwardBatch(span, {|NETGEN123:span|});
                net.Forward(_field, {|NETGEN123:this._field.AsSpan(0, 4)|});
                net.Forward(_written, {|NETGEN123:_written|});
                net.Forward(Shared.Span, {|NETGEN123:Calls.Shared.Span|});
                net.Forward(Auto, {|NETGEN123:Auto|});
                net.Forward(Half, {|NETGEN123:_written|});
                net.Forward(buffer.AsSpan(0, 4), {|NETGEN123:buffer.AsSpan(3, 4)|});
                net.Forward(buffer.AsSpan(3..7), {|NETGEN123:buffer.AsSpan()[..4]|});
                net.Forward(buffer.AsSpan(2), {|NETGEN123:buffer.AsSpan(2)|});
                net.Forward(buffer, {|NETGEN123:buffer.AsSpan(i, n)|});
                net.Forward(buffer.AsSpan(i), {|NETGEN123:(buffer)|});
                net.Forward(buffer.AsSpan(2, n), {|NETGEN123:buffer.AsMemory(2).Span|});

                Span<float> a = buffer, b = a[1..5];
                net.Forward(a, {|NETGEN123:buffer|});
                net.Forward(b, {|NETGEN123:a.Slice(2, 4)|});
                var inputs = _field.AsSpan(0);
                var outputs = _field.AsSpan()[..];
                net.Forward(inputs, {|NETGEN123:outputs|});
                foreach (float[] row in rows)
                {
                    Span<float> whole = row;
                    net.Forward(row, {|NETGEN123:whole|});
                }

                Span<float> own = stackalloc float[1000];
                net.Forward(own[..4], {|NETGEN123:own[^998..^994]|});
                net.Forward(own[..4], own[4..8], {|NETGEN123:own[7..]|});
                net.ForwardBatch(span, buffer, {|NETGEN123:span|});
                net.ForwardBatch(span, {|NETGEN123:span|}, n);
                net.Forward(span, {|NETGEN123:span|}, {|NETGEN123:span|});
                perhaps?.Forward(i > 0 ? a : a, {|NETGEN123:a|});
            }
        }
        """);

    /// <summary>An argument has one finding: of its place rather than of its length.</summary>
    [Fact]
    public Task Message() => Test(
        """
        class Calls
        {
            void Run(Net net)
            {
                float[] buffer = new float[5];
                net.Forward({|NETGEN121:buffer|}, {|#0:buffer|});
                net.ForwardBatch({|NETGEN122:buffer|}, {|#1:buffer|}, {|#2:buffer|});
                float[] samples = new float[8];
                net.ForwardBatch(samples, {|#4:samples.AsSpan(4, 4)|}, {|#3:samples|});
            }
        }
        """,
        Finding(0, "The input and the output of 'Forward' of 'Net' overlap in 'buffer'; they must be separate memory"),
        Finding(1, "The inputs and the outputs of 'ForwardBatch' of 'Net' overlap in 'buffer'; they must be separate memory"),
        Finding(2, "The inputs and the workspace of 'ForwardBatch' of 'Net' overlap in 'buffer'; they must be separate memory"),
        Finding(4, "The inputs and the outputs of 'ForwardBatch' of 'Net' overlap in 'samples'; they must be separate memory"),
        Finding(3, "The inputs and the workspace of 'ForwardBatch' of 'Net' overlap in 'samples'; they must be separate memory"));

    [Fact]
    public Task Innocent() => Test(
        """
        class Calls(float[] primary)
        {
            readonly float[] _a = new float[4], _b = new float[4];
            float[] _written = [];
            Span<float> Part => _a.AsSpan(0);
            float[] Fresh => new float[4];
            float[] Body { get { return new float[4]; } }
            public virtual float[] Virtual { get; set; } = [];
            float[] Next() => new float[4];

            void Run(Net net, float[] buffer, float[] other, Span<float> span, int i, int j, bool choice, Calls calls)
            {
                net.Forward(buffer, other);
                net.Forward(_a, _b);
                net.Forward(_a, calls._a);
                net.Forward(calls.Part, _a);
                net.Forward(calls._a, new Calls([])._a);
                net.Forward(Next(), Next());
                net.Forward(Fresh, Fresh);
                net.Forward(Body, Body);
                net.Forward(Virtual, Virtual);
                net.Forward(new float[4], new float[4]);
                net.Forward([1, 2, 3, 4], new float[4]);
                net.Forward(buffer.AsSpan(0, 4), buffer.AsSpan(4, 4));
                net.Forward(buffer.AsSpan(4), buffer.AsSpan(0, 4));
                net.Forward(buffer.AsSpan(i, 4), buffer.AsSpan(j, 4));
                net.Forward(buffer.AsSpan(i), buffer.AsSpan(0, 4));
                net.Forward(buffer.AsSpan(^4), buffer.AsSpan(0, 4));
                net.Forward(buffer[..4], buffer);
                net.Forward(buffer.AsSpan().ToArray(), buffer);
                net.Forward(buffer.AsSpan(0, 4), span, buffer.AsSpan(4));
                net.Forward(choice ? buffer : span, buffer);
                net.ForwardBatch([], []);

                Span<float> own = stackalloc float[1000];
                Span<float> input = own[..4], output = own[4..8], rest = own[8..];
                net.Forward(input, output, rest);
                net.Forward(rest[^4..], output, rest[..^4]);
            }

            void Reassigned(Net net, float[] buffer, float[] next, ref float[] reference, in float[] shared)
            {
                Span<float> before = buffer;
                buffer = next;
                net.Forward(before, buffer);

                Span<float> changing = next;
                if (next.Length > 5) changing = new float[4];
                net.Forward(changing, next);

                var field = _written;
                Replace();
                net.Forward(field, _written);

                var alias = reference;
                Change(ref reference);
                net.Forward(alias, reference);

                var same = shared;
                Replace();
                net.Forward(same, shared);

                var first = primary;
                Replace();
                net.Forward(first, primary);

                float[] kept;
                kept = next;
                net.Forward(kept, next);
            }

            void Replace()
            {
                _written = new float[4];
                primary = new float[4];
            }

            static void Change(ref float[] buffer) => buffer = new float[4];
        }
        """);

    private static DiagnosticResult Finding(int place, string message) =>
        new DiagnosticResult(Rules.SameBuffer).WithLocation(place).WithMessage(message);

    private static Task Test(string source, params DiagnosticResult[] expected)
    {
        RuleTest<BufferAnalyzer, EmptyCodeFixProvider> test = new(source + Net);
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
