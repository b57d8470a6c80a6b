namespace NetGen.Generator.Tests;

/// <summary>Users' own types and namespaces with the names that generated code uses.</summary>
public class NameClashTests
{
    private static readonly string[] _names =
    [
        "Vector512", "Vector256", "Vector128", "Activation", "Span", "ReadOnlySpan", "Unsafe", "MemoryMarshal",
        "System", "NetGen", "Math", "MathF", "Fma", "MethodImpl", "MethodImplAttribute", "MethodImplOptions",
        "EditorBrowsable", "EditorBrowsableState", "RandomSource", "Initializer", "LayerTensors", "TensorShape",
        "VectorMath", "MatrixPacking", "SpanCheck", "AlignedMemory", "WeightFile", "ThreadWorkspace", "LayerInfo",
        "INetwork", "Generated", "Relu", "Softmax", "MultiplyAdd", "Store", "SumLanes", "Runtime", "Intrinsics",
        "CompilerServices", "InvalidOperationException", "MemoryExtensions", "LayerTable", "DefaultNetwork",
        "Single", "Int32", "String", "Attribute", "Dense", "Network",
    ];

    private static readonly string _types = string.Join("\n", _names.Select(name => $"public class {name} {{ }}"));

    private const string Tiny = "[global::NetGen.Network(1)] [global::NetGen.Dense(1)]";

    private const string Declarations =
        """
        [global::NetGen.Network(40)]
        [global::NetGen.Dense(20, global::NetGen.Activation.Gelu, Weights = null)]
        [global::NetGen.Dense(2, global::NetGen.Activation.Softmax)]
        partial class Net;
        [global::NetGen.Network(1)]
        [global::NetGen.Dense(1, Weights = new float[] { 2f }, Bias = new float[] { 1f })]
        partial class Small;
        [global::NetGen.Network(2)]
        partial class Stub;
        """;

    [Fact]
    public void TypesInTheNetworksNamespace() => Check($"namespace Users {{ {_types}\n {Declarations} }}", "Users.");

    [Fact]
    public void TypesInTheNamespaceAround() =>
        Check($"namespace Users {{ {_types}\n namespace Inner {{ {Declarations} }} }}", "Users.Inner.");

    [Fact]
    public void TypesThatContainTheNetwork() =>
        Check($"partial class Outer {{ {_types}\n {Declarations} }}", "Outer+");

    [Fact]
    public void TypesInTheGlobalNamespace()
    {
        // What is named as a namespace here would hide that from the user's own code too.
        string types = string.Join(
            "\n", _names.Except(["System", "NetGen"]).Select(name => $"public class {name} {{ }}"));
        Check($"{types}\n {Declarations}", "");
    }

    [Fact]
    public void NamespacesBesideTheNetwork()
    {
        string namespaces = string.Join("\n", _names.Select(name =>
            $"namespace Users.{name} {{ {Tiny} partial class Inner; }}"));
        Check($"{namespaces}\n namespace Users {{ {Declarations} }}", "Users.");
    }

    [Fact]
    public void NetworksWithTheNames()
    {
        // A member cannot be named as its class.
        string networks = string.Join("\n", _names.Except(["LayerTable", "DefaultNetwork"]).Select(name =>
            $"{Tiny} partial class {name};"));
        Check($"namespace Users {{ {networks}\n {Declarations} }}", "Users.");
    }

    [Fact]
    public void ContainersWithTheNames()
    {
        string networks = string.Join("\n", _names.Select(name =>
            $"partial class {name} {{ {Tiny} partial class Inner; }}"));
        Check($"namespace Users {{ {networks}\n {Declarations} }}", "Users.");
    }

    [Fact]
    public void GlobalUsingsAndAliases() => Check(
        $$"""
        global using Span = System.Int32;
        global using Unsafe = System.String;
        global using Vector512 = System.Int64;
        global using static Users.Helpers;
        namespace Users
        {
            static class Helpers { public static int Relu(int x) => x; public static int Store(int x) => x; }
            {{Declarations}}
        }
        """,
        "Users.");

    private static void Check(string source, string prefix)
    {
        using LoadedProgram program = GeneratorRun.Of(source).Load();
        Assert.Equal(1, program.Network(prefix + "Net").Initialize(1).Forward(new float[40]).Sum(), 1e-6);
        Assert.Equal(7, program.Network(prefix + "Small").Default().Forward(3)[0]);
    }
}
