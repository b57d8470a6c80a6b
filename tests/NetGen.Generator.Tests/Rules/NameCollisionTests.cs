using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using NetGen.Generator.Analyzers;

namespace NetGen.Generator.Tests;

/// <summary>NETGEN008.</summary>
public class NameCollisionTests
{
    private const string Net = "[Network(4)] [Dense(3)] partial class";
    private const string Named = "'Net' has its own '{0}', which is the name of a generated member";
    private const string NamedAsLayer = "'Net' has its own '{0}', which is the name of one of its layers";
    private const string Alike = "'Net' has its own '{0}', with the parameters of the generated one";
    private const string Constructor = "'Net' has a constructor of its own, but is made by its generated members";
    private const string Required = "'Size' is required, but the generated members that make a 'Net' do not set it";
    private const string Hidden = "'Net' inherits '{0}', which a generated member of that name would hide";

    [Theory]
    [InlineData("public static string {|#0:Summary|} => \"\";", Named, "Summary")]
    [InlineData("public const int {|#0:InputLength|} = 4;", Named, "InputLength")]
    [InlineData("private float[] {|#0:_packed|} = [];", Named, "_packed")]
    [InlineData("private int _a, {|#0:_start|};", Named, "_start")]
    [InlineData("private event Action {|#0:Save|} { add { } remove { } }", Named, "Save")]
    [InlineData("private static void {|#0:Layers|}() { }", Named, "Layers")]
    [InlineData("private enum {|#0:LayerTable|} { }", Named, "LayerTable")]
    [InlineData("private delegate void {|#0:Load|}();", Named, "Load")]
    [InlineData("public class {|#0:Dense1|};", NamedAsLayer, "Dense1")]
    [InlineData("[Network(4)] [Dense(3, Name = \"fc\")] partial class {|#0:Dense1|};", NamedAsLayer, "Dense1")]
    [InlineData("public void {|#0:Forward|}(ReadOnlySpan<float> x, Span<float> y) { }", Alike, "Forward")]
    [InlineData("static int {|#0:Forward|}(scoped ReadOnlySpan<float> x, Span<float> y, Span<float> z) => 1;", Alike, "Forward")]
    [InlineData("public static object {|#0:Load|}(string? path) => path!;", Alike, "Load")]
    [InlineData("public void {|#0:Save|}(System.String path) { }", Alike, "Save")]
    [InlineData("public {|#0:Net|}() { }", Constructor)]
    [InlineData("private {|#0:Net|}(string a) { }", Constructor)]
    [InlineData("public required int {|#0:Size|} { get; set; }", Required)]
    [InlineData("} partial class Net { int {|#0:Layers|} => 1;", Named, "Layers")]
    public Task OwnMembers(string member, string message, string name = "") => Check(
        $"{Net} Net {{ {member} }}", message.Replace("{0}", name, StringComparison.Ordinal));

    [Theory]
    [InlineData("[Dense(3, Activation.Softmax)]", "int {|#0:Classify|}(ReadOnlySpan<float> x, ref float y) => 1;", Alike, "Classify")]
    [InlineData("[Dense(1, Weights = [1, 1, 1, 1], Bias = [1])]", "static int {|#0:Default|} => 1;", Named, "Default")]
    [InlineData("[Dense(1, Weights = [1, 1, 1, 1], Bias = [1])]", "struct {|#0:DefaultNetwork|};", Named, "DefaultNetwork")]
    [InlineData("[Dense(3, Name = \"fc.1\")]", "int {|#0:fc_1|} => 1;", NamedAsLayer, "fc_1")]
    public Task OwnMembersOfSomeNetworks(string layer, string member, string message, string name) => Check(
        $"[Network(4)] {layer} partial class Net {{ {member} }}", message.Replace("{0}", name, StringComparison.Ordinal));

    [Fact]
    public Task PrimaryConstructors() => Check(Net + " {|#0:Net|}(int size) { int Size => size; }", Constructor);

    [Theory]
    [InlineData("Save", "A layer is named 'Save', as a member of the network or of its layers")]
    [InlineData("Inputs", "A layer is named 'Inputs', as a member of the network or of its layers")]
    [InlineData("Net", "A layer is named 'Net', as a member of the network or of its layers")]
    [InlineData("Dense1", "Two layers are named 'Dense1'")]
    [InlineData("ToString", "'Net' inherits 'Object.ToString', which a generated member of that name would hide")]
    public Task NamesOfLayers(string name, string message) => Check(
        $"[Network(4)] [Dense(3)] [Dense(2, {{|#0:Name = \"{name}\"|}})] partial class Net;", message);

    [Fact]
    public Task TheNetworksOwnName() => Check(Net + " {|#0:Load|};", "The network is named 'Load', as one of its members");

    [Theory]
    [InlineData("class Base { public string Summary = \"\"; }", Hidden, "Base.Summary")]
    [InlineData("class Base : Root; class Root { protected static void Load(string path) { } }", Hidden, "Root.Load")]
    [InlineData(
        "class Base { private protected virtual void Forward(ReadOnlySpan<float> x, Span<float> y) { } }", Hidden, "Base.Forward")]
    [InlineData("class Base { public required int Size; }", Required)]
    public Task InheritedMembers(string declaration, string message, string name = "") =>
        Check($"{Net} {{|#0:Net|}} : Base; {declaration}", message.Replace("{0}", name, StringComparison.Ordinal));

    [Fact]
    public Task AnInheritedNameOfALayerIsAtItsAttribute() => Check(
        "[Network(4)] [{|#0:Dense(3)|}] partial class Net : Base; class Base { public int Dense1; }",
        Hidden.Replace("{0}", "Base.Dense1", StringComparison.Ordinal));

    /// <summary>The compiler has an error too, whatever is generated.</summary>
    [Theory]
    [InlineData(
        Net + " {|CS1729:{|#0:Net|}|} : Base; " + Net + " Base;",
        "'Net' derives from the network 'Base', whose members its own would hide")]
    [InlineData(
        Net + " {|CS7036:{|#0:Net|}|} : Base; class Base(int a, int b) { int C => a + b; }",
        "'Net' derives from 'Base', which has no constructor without parameters for the generated one to call")]
    public Task BaseClasses(string source, string message) => Check(source, message);

    [Fact]
    public Task EachMemberHasItsFinding() => new RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider>(
        """
        [Network(4)] [Dense(3)]
        partial class Net
        {
            int {|NETGEN008:Summary|} => 1;
            {|NETGEN008:Net|}() { }
            void Forward(string own) { }
            void {|NETGEN008:Forward|}(ReadOnlySpan<float> a, Span<float> b) { }
            int {|NETGEN008:_packed|} => 1;
        }
        """).RunAsync();

    /// <summary>Each member in a network's generated code is known, by name and by parameters.</summary>
    [Fact]
    public async Task EveryGeneratedMemberIsFound()
    {
        const string Layers =
            "[Network(1)] [Dense(1, Weights = [1], Bias = [0])] [Dense(1, Activation.Softmax, Weights = [1], Bias = [0])]";
        SyntaxNode generated = await CSharpSyntaxTree.ParseText(GeneratorRun.Of($"using NetGen; {Layers} partial class Net;").Text)
            .GetRootAsync(TestContext.Current.CancellationToken);
        string[] members =
        [
            .. generated.DescendantNodes().OfType<ClassDeclarationSyntax>().First().Members.Select(member => member switch
            {
                FieldDeclarationSyntax field => $"int {field.Declaration.Variables.Single().Identifier} => 1;",
                PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property => $"int {property.Identifier} => 1;",
                MethodDeclarationSyntax method => $"object {method.Identifier}{method.ParameterList} => throw null!;",
                ConstructorDeclarationSyntax constructor => $"{constructor.Identifier}{constructor.ParameterList} {{ }}",
                ClassDeclarationSyntax nested => $"enum {nested.Identifier} {{ }}",
                _ => "",
            }).Where(member => member.Length > 0),
        ];
        Assert.InRange(members.Length, 29, 40);
        foreach (string member in members)
        {
            GeneratorRun run = GeneratorRun.Of($"using NetGen; {Layers} partial class Net {{ {member} }}");
            (string rule, _, _) = Assert.Single(await run.FindingsAsync());
            Assert.True(rule == "NETGEN008", member);
            run.AssertDiagnostics();
        }
    }

    /// <summary>What C# allows beside the generated members compiles, and changes nothing in what those do.</summary>
    [Theory]
    [InlineData("public void Forward(string a) { } public int Forward(float[] a, float[] b) => 1;")]
    [InlineData(
        "public void Forward<T>(ReadOnlySpan<T> a, Span<T> b) { }"
            + "public void ForwardBatch(ReadOnlySpan<float> a, out Span<float> b) => b = [];")]
    [InlineData("public bool Classify(ReadOnlySpan<float> x) => x[0] > 0;")]
    [InlineData("public static Net Default { get; } = Initialize(1); private static class DefaultNetwork;")]
    [InlineData("public static void Load() { } public static Net Load(string path, int a = 1) => throw null!;")]
    [InlineData("private void CopyParametersTo(float[] a) => throw null!; private void CopyParametersTo(object a) => throw null!;")]
    [InlineData(
        "public Net(float[] a) : this((ReadOnlySpan<float>)a) => throw null!;"
            + "public Net(System.Collections.Generic.IEnumerable<float> a) : this([.. a]) => throw null!;")]
    [InlineData("static Net() { } ~Net() { } private int this[int i] => i; public static implicit operator int(Net a) => 1;")]
    [InlineData("public class Dense1<T>; public class Dense2; public class Kernels; private const int _Packed = 1, Start = _Packed;")]
    [InlineData(Net + " Kernels; " + Net + " Vector512;")]
    [InlineData("partial class Span { " + Net + " Kernels; } partial class Nested { " + Net + " Net; }")]
    [InlineData("void INetwork<Net>.ForwardBatch(ReadOnlySpan<float> a, Span<float> b) { }")]
    public async Task MembersBesideTheGenerated(string member)
    {
        string source = $$"""
            {{Net}} Net { {{member}} }
            static class Use
            {
                static float[] Run()
                {
                    string path = System.IO.Path.GetTempFileName();
                    Net.Initialize(1).Save(path);
                    float[] parameters = new float[Net.ParameterCount], read = new float[Net.ParameterCount];
                    Net.FromParameters(parameters).CopyParametersTo(parameters.AsSpan());
                    Net.Load(path).CopyParametersTo(read.AsSpan());
                    System.IO.File.Delete(path);
                    return read;
                }
            }
            """;
        await Test(source).RunAsync();
        using LoadedProgram program = GeneratorRun.Of("using NetGen; using System; " + source).Load();
        Assert.Equal(program.Network("Net").Initialize(1).Parameters(), program.Call("Use", "Run"));
    }

    [Fact]
    public async Task OverloadsOfClassify()
    {
        using LoadedProgram program = GeneratorRun.Of(
            """
            using NetGen;
            [Network(1)] [Dense(2, Activation.Softmax, UseBias = false, Weights = [1, 2])] partial class Net
            {
                private int Classify(System.ReadOnlySpan<float> input, out double confidence) => throw null!;
                static int Run() => Default.Classify([1]);
            }
            """).Load();
        Assert.Equal(1, program.Call("Net", "Run"));
        await Test("[Network(4)] [Dense(3, Activation.Softmax)] partial class Net { int Classify(string image) => 1; }").RunAsync();
    }

    [Theory]
    [InlineData("class Base { private int Summary => 1; int Forward() => Summary; protected Base(int a = 1) { } }")]
    [InlineData("class Base { public void Load(string a, int b) { } public static void Forward(float[] a) { } protected Base() { } }")]
    [InlineData("abstract class Base { public int Default, Dense2; public override string ToString() => \"\"; }")]
    public Task BaseClassesWhoseMembersStayVisible(string declaration) =>
        Test($"[Network(4)] [Dense(3)] partial class Net : Base; {declaration}").RunAsync();

    private static RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider> Test(string source) => new(source);

    private static Task Check(string source, string message)
    {
        RuleTest<DeclarationAnalyzer, EmptyCodeFixProvider> test = Test(source);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Rules.NameCollision).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }
}
