using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Model;

namespace NetGen.Generator.Tests;

/// <summary>
/// Whatever stands in the editor, the generator throws nothing: it would take all other networks down with it.
/// </summary>
public class HalfTypedTests
{
    private const int Edits = 10_000;

    [Theory]
    [InlineData("[Network")]
    [InlineData("[Network(")]
    [InlineData("[Network]")]
    [InlineData("[Network] [Dense(2)] partial class Net;")]
    [InlineData("[Network()] [Dense(2)] partial class Net;")]
    [InlineData("[Network(\"x\")] [Dense(2)] partial class Net;")]
    [InlineData("[Network(null)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, 2)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(unknown)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(99999999999)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(2.5)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, Weights = 3)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, Weights = new[] { 1f })] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, Weights = [1f])] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, Weights = null)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, Weights = typeof(int))] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, MaxParameters = \"x\")] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, MaxParameters = long.MinValue)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1, Unknown = 3)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1)] [Network(2)] [Dense(2)] partial class Net;")]
    [InlineData("[Network(1)] [Dense")]
    [InlineData("[Network(1)] [Dense(")]
    [InlineData("[Network(1)] [Dense(] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3,] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Activation] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Activation.] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Activation.)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Activation.Unknown)] partial class Net;")]
    [InlineData("[Network(1)] [Dense] partial class Net;")]
    [InlineData("[Network(1)] [Dense()] partial class Net;")]
    [InlineData("[Network(1)] [Dense(\"x\")] partial class Net;")]
    [InlineData("[Network(1)] [Dense(1, 2, 3, 4)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(unknown)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, (Activation)\"x\")] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Name = 4)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Name = null)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Name = \"x)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Name = \"\\uD800\")] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Alpha = \"x\")] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Alpha = float.NaN)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, UseBias = null)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, UseBias = false, UseBias = true)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Weights = 5)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Weights = [)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Weights = [1, \"x\"])] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Weights = new int[] { 1 })] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Weights = null, Bias = null)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3, Weights = [.. new float[3]])] partial class Net;")]
    [InlineData("[Network(1)] [Dense(3)]")]
    [InlineData("[Network(1)] [Dense(3)] partial")]
    [InlineData("[Network(1)] [Dense(3)] partial class")]
    [InlineData("[Network(1)] [Dense(3)] partial class { } [Network(1)] [Dense(3)] partial class { }")]
    [InlineData("[Network(1)] [Dense(3)] partial class Net {")]
    [InlineData("[Network(1)] [Dense(3)] partial class Net<")]
    [InlineData("[Network(1)] [Dense(3)] partial class Net<>;")]
    [InlineData("[Network(1)] [Dense(3)] partial class Net<T, >;")]
    [InlineData("[Network(1)] [Dense(3)] partial record;")]
    [InlineData("[Network(1)] [Dense(3)] enum Net { A }")]
    [InlineData("[Network(1)] [Dense(3)] delegate void Net();")]
    [InlineData("[assembly: Network(1)] [assembly: Dense(3)]")]
    [InlineData("[Network(1)] [Dense(3)] void Local() { }")]
    [InlineData("static class E { [Network(1)] [Dense(3)] extension(int x) { public int Y => x; } }")]
    [InlineData("static class E { extension(int x) { [Network(1)] [Dense(3)] partial class Net; } }")]
    [InlineData("namespace { [Network(1)] [Dense(3)] partial class Net; }")]
    [InlineData("namespace A.; [Network(1)] [Dense(3)] partial class Net;")]
    [InlineData("class MyDense : LayerAttribute; [Network(1)] [MyDense] partial class Net;")]
    [InlineData("class DenseAttribute : LayerAttribute; [Network(1)] [Dense] partial class Net;")]
    [InlineData(
        "unsafe partial class Outer { [Network(1)] [Dense(3)] partial class Net { delegate*<int, void> _f; } }")]
    public void TheGeneratorDoesNotThrow(string declaration) => GeneratorRun.Of("using NetGen; " + declaration);

    [Fact]
    public void TenThousandRandomEditsThrowNothing()
    {
        string[] sources =
        [
            """
            using NetGen;
            namespace Users.Nets;
            [Network(6, Weights = "w.safetensors", MaxParameters = 1_000)]
            [Dense(5, Activation.Relu)] [Dense(5, 4, Activation.LeakyRelu, Alpha = 0.5f, UseBias = false)]
            [Dense(3, Activation.Softmax, Name = "out")]
            public sealed partial class Net { public int Own => InputLength; }
            """,
            """
            using NetGen;
            partial class Outer<T> where T : class { partial record struct Inner {
            [Network(2)] [Dense(3, Weights = [1, 2, 3, -4, 5e-3f, 6], Bias = new float[] { 1, 2, 3 })]
            [Dense(1, UseBias = false, Weights = [1, 2, 3])] internal partial class Net : System.IDisposable
            { public void Dispose() { } } } }
            """,
            """
            using NetGen;
            [Network(3)] [Dense(3)] partial class A; [Network(3)] [Dense(3, Name = "x")] abstract partial class B;
            static partial class C { [Network(1), Dense(1)] file partial class D; }
            [Network(2), Dense(2)] partial struct E;
            partial interface F { [Network(A.OutputLength)] [Dense((int)Activation.Tanh)] partial class G; }
            """,
        ];
        RandomEdit edit = new(sources);
        Random random = new(20_000_101);
        int compilerFailures = 0;
        CSharpCompilation compilation = TestCompilation.Of("");
        SyntaxTree tree = compilation.SyntaxTrees[0];
        string manifest = ManifestText.Of("w.safetensors", "R", ("0.weight", "F32", "5x6"), ("out.weight", "I8", "3"));
        GeneratorDriver driver = GeneratorRun.Driver([new ManifestFile(manifest)]);
        for (int i = 0; i < Edits; i++)
        {
            string source = edit.Of(sources[i % sources.Length], random);
            SyntaxTree edited = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions);
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            tree = edited;
            driver = driver.RunGenerators(compilation);
            if (driver.GetRunResult().Results[0].Exception is { } exception)
            {
                // On some texts the compiler itself fails, with a generator or without.
                Exception? ownFailure = Record.Exception(() => compilation.GetDiagnostics());
                Assert.True(ownFailure is not null, $"{source}\n\n{exception}");
                compilerFailures++;
            }
        }

        Assert.True(compilerFailures < Edits / 100, $"the compiler failed {compilerFailures} times");
    }

    [Fact]
    public void DamagedManifestsThrowNothing()
    {
        string manifest = ManifestText.Of("w", ("0.weight", "2x1", [1, -2.5f]), ("0.bias", "2", [float.NaN, 1e-9f]))
            + "tensor I64 - ? scalar%20x\nresource R\nerror e\n";
        const string Characters = "0123456789xx- ?%.\n\r\té\0tensor values";
        Random random = new(3);
        for (int i = 0; i < 2_000; i++)
        {
            int length = random.Next(2) == 0 ? manifest.Length : random.Next(manifest.Length + 1);
            char[] text = manifest.ToCharArray(0, length);
            for (int edits = random.Next(4); edits > 0 && text.Length > 0; edits--)
            {
                text[random.Next(text.Length)] = Characters[random.Next(Characters.Length)];
            }

            WeightManifest.Parse(new string(text));
        }
    }
}
