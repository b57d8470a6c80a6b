namespace NetGen.Generator.Tests;

/// <summary>Where a network class may stand, and what else it may be and have.</summary>
public class TypeTests
{
    private const string Layers = "[Network(3)] [Dense(20, Activation.Relu)] [Dense(2, Activation.Softmax)]";

    [Theory]
    [InlineData("public sealed partial class Net;")]
    [InlineData("public partial class Net { }")]
    [InlineData("internal partial class Net;")]
    [InlineData("partial class Net;")]
    [InlineData("sealed partial class Net { public string Label { get; set; } = \"\"; }")]
    [InlineData("partial class Net { static Net() { } ~Net() { } }")]
    [InlineData("[System.Obsolete(\"old\")] partial class Net;")]
    [InlineData("[System.Serializable] [System.ComponentModel.Description(\"[Dense(1)]\")] partial class Net;")]
    [InlineData("partial class Net : System.IDisposable { void System.IDisposable.Dispose() { } }")]
    [InlineData("partial class Net : Base;")]
    [InlineData("partial class Net : INetwork<Net>;")]
    [InlineData("partial class Net { public override string ToString() => Summary; }")]
    public void ClassesOfAllSorts(string declaration)
    {
        using LoadedProgram program = GeneratorRun.Of(
            $"using NetGen; class Base {{ public int Value = 1; }} {Layers} {declaration}").Load();
        Assert.Equal(1, program.Network("Net").Initialize(1).Forward(1, 2, 3).Sum(), 1e-6);
    }

    [Theory]
    [InlineData("public partial class Outer { public partial class Net; }", "Outer+Net")]
    [InlineData("public partial class Outer { private sealed partial class Net; }", "Outer+Net")]
    [InlineData("public partial class Outer { protected partial class Net; }", "Outer+Net")]
    [InlineData("public partial class Outer { protected internal partial class Net; }", "Outer+Net")]
    [InlineData("public partial class Outer { private protected partial class Net; }", "Outer+Net")]
    [InlineData("static partial class Outer { internal partial class Net; }", "Outer+Net")]
    [InlineData("abstract partial class Outer { partial class Net; }", "Outer+Net")]
    [InlineData("partial struct Outer { partial class Net; }", "Outer+Net")]
    [InlineData("readonly ref partial struct Outer { partial class Net; }", "Outer+Net")]
    [InlineData("partial record Outer { partial class Net; }", "Outer+Net")]
    [InlineData("sealed partial record class Outer(int A) { partial class Net; }", "Outer+Net")]
    [InlineData("partial record struct Outer(int A) { partial class Net; }", "Outer+Net")]
    [InlineData("public partial interface Outer { public partial class Net; }", "Outer+Net")]
    [InlineData("partial class A { partial struct B { partial record C { partial class Net; } } }", "A+B+C+Net")]
    [InlineData("partial class @class { partial class @event { partial class Net; } }", "class+event+Net")]
    public void NestedClasses(string declaration, string name)
    {
        string source = declaration.Replace("partial class Net;", $"partial class Net {{ }}", StringComparison.Ordinal);
        int place = source.LastIndexOf('{', source.IndexOf("Net {", StringComparison.Ordinal)) + 1;
        using LoadedProgram program = GeneratorRun.Of($"using NetGen; {source.Insert(place, Layers)}").Load();
        Assert.Equal(1, program.Network(name).Initialize(1).Forward(1, 2, 3).Sum(), 1e-6);
    }

    [Theory]
    [InlineData("using NetGen; namespace A.B; {0}", "A.B.Net")]
    [InlineData("namespace A.B; using NetGen; {0}", "A.B.Net")]
    [InlineData("using NetGen; namespace A {{ namespace B.C {{ {0} }} }}", "A.B.C.Net")]
    [InlineData("using NetGen; namespace @event.@class; {0}", "event.class.Net")]
    [InlineData("using NetGen; namespace NetGen; {0}", "NetGen.Net")]
    [InlineData("using NetGen; namespace NetGen.Generated; {0}", "NetGen.Generated.Net")]
    [InlineData("using NetGen; namespace NetGen.CompilerServices.System; {0}", "NetGen.CompilerServices.System.Net")]
    [InlineData("using NetGen; namespace Ä.名前; {0}", "Ä.名前.Net")]
    [InlineData("using global::NetGen; namespace A.NetGen; {0}", "A.NetGen.Net")]
    public void Namespaces(string format, string name)
    {
        string source = string.Format(null, format, Layers + " partial class Net;");
        using LoadedProgram program = GeneratorRun.Of(source).Load();
        Assert.Equal(3, program.Network(name).InputLength);
    }

    [Theory]
    [InlineData("@class", "class")]
    [InlineData("@record", "record")]
    [InlineData("@file", "file")]
    [InlineData("Kernels", "Kernels")]
    [InlineData("Dense1_", "Dense1_")]
    [InlineData("Vector512", "Vector512")]
    [InlineData("Σ", "Σ")]
    [InlineData("N\\u0065t", "Net")]
    public void ClassNames(string name, string metadataName)
    {
        using LoadedProgram program = GeneratorRun.Of($"using NetGen; {Layers} partial class {name};").Load();
        Assert.Equal(1, program.Network(metadataName).Initialize(1).Forward(1, 2, 3).Sum(), 1e-6);
    }

    [Fact]
    public void LowerCaseClassNamesWarnInTheUsersCodeOnly()
    {
        GeneratorRun.Of($"using NetGen; {Layers} partial class net;").AssertDiagnostics("CS8981");
        GeneratorRun.Of(
            $"using NetGen;\n#pragma warning disable CS8981\n{Layers} partial class net;\n").AssertDiagnostics();
    }

    [Theory]
    [InlineData("[Network(4)] [Dense(3, Name = \"0\")] [Dense(3, Name = \"a\")] [Dense(3, Activation.Softmax, Name = \"A\")]")]
    [InlineData("[Network(4)]")]
    public void AssembliesThatAreClsCompliant(string attributes) => GeneratorRun.Of(
        $"using NetGen; [assembly: System.CLSCompliant(true)] {attributes} public partial class Net;")
        .AssertDiagnostics();

    [Fact]
    public void ManyNetworksInAFileAndInAProject()
    {
        GeneratorRun run = GeneratorRun.Of(TestCompilation.Of(
            """
            using NetGen;
            [Network(1)] [Dense(1)] partial class Net;
            [Network(2)] [Dense(1)] partial class NET;
            partial class Net_ { [Network(3)] [Dense(1)] partial class Net; }
            partial class A { partial class B { [Network(4)] [Dense(1)] partial class Net; } }
            partial class A_B { [Network(5)] [Dense(1)] partial class Net; }
            """,
            "namespace A1 { [NetGen.Network(6)] [NetGen.Dense(1)] partial class Net; }",
            "namespace A1 { partial class A2 { [NetGen.Network(7)] [NetGen.Dense(1)] partial class Net; } }",
            "namespace A1.A3 { [NetGen.Network(8)] [NetGen.Dense(1)] partial class Net; }"));
        using LoadedProgram program = run.Load();
        Assert.Equal(8, run.Sources.Length);
        string[] names = ["Net", "NET", "Net_+Net", "A+B+Net", "A_B+Net", "A1.Net", "A1.A2+Net", "A1.A3.Net"];
        Assert.Equal(
            Enumerable.Range(1, 8), names.Select(name => program.Network(name).Initialize(1).InputLength));
    }

    [Fact]
    public void PartsOfTheClassInOtherFilesHaveTheirOwnMembers()
    {
        using LoadedProgram program = GeneratorRun.Of(TestCompilation.Of(
            $"using NetGen; {Layers} sealed partial class Net {{ public int Three => InputLength; }}",
            "partial class Net { public static int Run() => Initialize(1).Three + Dense1.Outputs; }",
            "partial class Net : System.ICloneable { object System.ICloneable.Clone() => this; }")).Load();
        Assert.Equal(23, program.Call("Net", "Run"));
    }
}
