using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>Whatever stands in the editor, the rules about calls throw nothing.</summary>
public class HalfTypedCallTests
{
    private const int Edits = 400;

    private const string Network =
        "[NetGen.Network(4)] [NetGen.Dense(8)] [NetGen.Dense(3, NetGen.Activation.Softmax)] partial class Net;";

    private const string Source =
        """
        using System;
        using NetGen;
        class Calls
        {
            const int N = 5;
            static readonly float[] A = B, B = new float[A.Length];
            private float[]? _lazy, _once = { 1, 2 };
            Memory<float> Shared { get; } = new float[N];
            Span<float> Half => Shared.Span[..(N / 2)];
            Calls(float[] given) => (_once, _) = (given, 0);

            void Run(Net net, INetwork<Net> same, Net? perhaps, float[] any, (float[], int) pair)
            {
                Span<float> a = stackalloc float[N], b = a[1..^2], c = [1, 2, .. b];
                net.Forward(a, output: b, workspace: c.Slice(1, N - 2));
                perhaps?.Forward(input: _lazy ??= new float[2 * N], output: Half);
                same.ForwardBatch(new Span<float>(any, 1, a.Length), any.AsSpan(^4..));
                ref float[] r = ref any;
                foreach (var (x, y) in new[] { pair }) net.Classify(x.AsSpan(y), out float confidence);
                Action f = () => (any, _) = pair;
                Net.FromParameters(N > 4 ? default : null).CopyParametersTo(any[..67]);
            }
        }
        """;

    private static readonly Compilation _network = Generate();

    [Theory]
    [InlineData("net.Forward();")]
    [InlineData("net.Forward(")]
    [InlineData("net.Forward(,);")]
    [InlineData("net.Forward(new float[5]")]
    [InlineData("net.Forward(new float[5], );")]
    [InlineData("net.Forward(new float[], new float[3]);")]
    [InlineData("net.Forward(new float[5, 5], new float[3]);")]
    [InlineData("net.Forward(new float[-1], new float[99999999999]);")]
    [InlineData("net.Forward(new Unknown[5], new float[3]);")]
    [InlineData("net.Forward(new float[unknown], stackalloc float[unknown]);")]
    [InlineData("net.Forward(stackalloc float[], stackalloc[]);")]
    [InlineData("net.Forward(unknown[..5], any.AsSpan(..));")]
    [InlineData("net.Forward(any.AsSpan(), any.AsSpan(0, ));")]
    [InlineData("net.Forward(any.AsSpan(\"x\", null), any.AsSpan(5..1));")]
    [InlineData("net.Forward(input: any, input: any);")]
    [InlineData("net.Forward(output: any, any);")]
    [InlineData("net.Forward([.. ], [.. unknown]);")]
    [InlineData("net.Forward(default(Unknown), (Span<float>)unknown);")]
    [InlineData("var a = a.AsSpan(0, a.Length); net.Forward(a, a);")]
    [InlineData("int n = n + 1; net.Forward(new float[n], new float[1 / 0]);")]
    [InlineData("float[] a = { 1, , 2 }; net.Forward(a, a[..]);")]
    [InlineData("ref float[] a = ; net.Forward(a, a);")]
    [InlineData("net?.Forward(new float[5], new float[3])?.Forward(any, any);")]
    [InlineData("net.Forward(new float[5] { 1, 2 }, new float[long.MaxValue]);")]
    public async Task AHalfTypedCallThrowsNothing(string statement) => Assert.DoesNotContain(
        await FindAsync(Source.Replace("Span<float> a = ", statement + "\nSpan<float> a1 = ", StringComparison.Ordinal)), IsFailure);

    [Fact]
    public async Task RandomEditsThrowNothing()
    {
        RandomEdit edit = new([Source]);
        Random random = new(20_000_102);
        for (int i = 0; i < Edits; i++)
        {
            string source = edit.Of(Source, random);
            ImmutableArray<Diagnostic> found = await FindAsync(source);
            Assert.True(!found.Any(IsFailure), $"{source}\n\n{string.Join("\n", found.Where(IsFailure))}");
        }
    }

    private static bool IsFailure(Diagnostic finding) => !finding.Id.StartsWith("NETGEN", StringComparison.Ordinal);

    private static Task<ImmutableArray<Diagnostic>> FindAsync(string source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions);
        Compilation compilation = _network.AddSyntaxTrees(tree);
        return compilation.WithAnalyzers([new BufferAnalyzer()])
            .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None);
    }

    private static Compilation Generate()
    {
        GeneratorRun.Driver([]).RunGeneratorsAndUpdateCompilation(TestCompilation.Of(Network), out Compilation network, out _);
        return network;
    }
}
