using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>
/// A wrong declaration gives a stub: code that uses the network compiles, so that the one mistake is the only error,
/// and each member throws an exception that names the mistake.
/// </summary>
public class StubTests
{
    // Each line is one use of the network; what is called throws.
    private const string Use =
        """
        static class Use
        {
            public const long Sizes = TYPE.InputLength + TYPE.OutputLength + TYPE.LayerCount + TYPE.WorkspaceLength
                + TYPE.ParameterCount + TYPE.MultiplyAddCount + TYPE.ParameterBytes;
            public const string Text = TYPE.Summary;
            static int Layers() => TYPE.Layers.Length;
            static void Load() => TYPE.Load("file");
            static void LoadStream() => TYPE.Load(System.IO.Stream.Null);
            static void FromParameters() => TYPE.FromParameters([]);
            static void Initialize() => TYPE.Initialize(1);
            static void Forward() => NEW.Forward([], []);
            static void ForwardWorkspace() => NEW.Forward([], [], []);
            static void ForwardBatch() => NEW.ForwardBatch([], []);
            static void ForwardBatchWorkspace() => NEW.ForwardBatch([], [], []);
            static void ForwardBatchParallel() => NEW.ForwardBatch([], [], -1);
            static void CopyParametersTo() => NEW.CopyParametersTo([]);
            static void Save() => NEW.Save("file");
            static int Generic<T>() where T : global::NetGen.INetwork<T> => T.InputLength;
            static int AsInterface() => Generic<TYPE>();
            MORE
        }
        """;

    private static readonly string[] _throwing =
    [
        "Load", "LoadStream", "FromParameters", "Initialize", "Forward", "ForwardWorkspace", "ForwardBatch",
        "ForwardBatchWorkspace", "ForwardBatchParallel", "CopyParametersTo", "Save",
    ];

    private const string Layer = "public const int Outputs = TYPE.Dense1.Outputs; ";
    private const string Classify = "static void Classify() => NEW.Classify([]);";
    private const string Default = "static void Default() => System.GC.KeepAlive(TYPE.Default);";

    [Theory]
    [InlineData("[Network(4)] partial class Net;", "NETGEN004", "no layers", "")]
    [InlineData("[Network(0)] [Dense(3)] partial class Net;", "NETGEN007", "is 0, expected 1 to 16,777,216", Layer)]
    [InlineData("[Network(-1)] [Dense(3)] partial class Net;", "NETGEN007", "is -1, expected", Layer)]
    [InlineData("[Network(16_777_217)] [Dense(3)] partial class Net;", "NETGEN007", "is 16,777,217, expected", Layer)]
    [InlineData("[Network(4)] [Dense(0)] partial class Net;", "NETGEN007", "'outputs' of 'Dense1' is 0", Layer)]
    [InlineData("[Network(4)] [Dense(int.MinValue)] partial class Net;", "NETGEN007", "is -2,147,483,648", Layer)]
    [InlineData("[Network(4)] [Dense(int.MaxValue)] partial class Net;", "NETGEN007", "is 2,147,483,647", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3, (Activation)20)] partial class Net;", "NETGEN007", "undefined activation 20", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3, (Activation)(-1))] partial class Net;", "NETGEN007", "undefined activation -1", Layer)]
    [InlineData("[Network(4)] [Dense(3, Alpha = float.NaN)] partial class Net;", "NETGEN007", "'Alpha' of 'Dense1' is NaN", Layer)]
    [InlineData(
        "[Network(4, MaxParameters = -5)] [Dense(3)] partial class Net;", "NETGEN007", "'MaxParameters' is -5", Layer)]
    [InlineData(
        "[Network(4)] [Dense(Other.OutputLength)] partial class Net; [Network(4)] [Dense(3)] partial class Other;",
        "NETGEN007", "'outputs' of 'Dense1' has no value", Layer)]
    [InlineData(
        "[Network(Other.OutputLength)] [Dense(1)] partial class Net; [Network(4)] [Dense(3)] partial class Other;",
        "NETGEN007", "'inputs' of the network has no value", Layer)]
    [InlineData(
        "[Network(4)] [Dense(5, 3)] partial class Net;",
        "NETGEN101", "declares 5 inputs, but the network has 4", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] [Dense(4, 2, Activation.Softmax)] partial class Net;",
        "NETGEN101", "'Dense2' declares 4 inputs, but the layer before it gives 3", Layer + Classify)]
    [InlineData(
        "[Network(1)] [Dense(2, Weights = [1], Bias = [1, 2])] partial class Net;",
        "NETGEN102", "'Weights' of 'Dense1' has 1 value, expected 2", Layer + Default)]
    [InlineData(
        "[Network(1)] [Dense(2, Weights = [1, 2], Bias = [])] partial class Net;",
        "NETGEN102", "'Bias' of 'Dense1' has 0 values, expected 2", Layer + Default)]
    [InlineData(
        "[Network(1)] [Dense(2, UseBias = false, Weights = [1, 2], Bias = [1, 2])] partial class Net;",
        "NETGEN102", "UseBias is false", Layer + Default)]
    [InlineData(
        "[Network(1)] [Dense(1, Weights = [1], Bias = [1])] [Dense(1, Activation.Softmax)] partial class Net;",
        "NETGEN107", "'Dense2'", Layer + Default + Classify)]
    [InlineData("[Network(1)] [Dense(1, Weights = [1])] partial class Net;", "NETGEN107", "'Dense1'", Layer + Default)]
    [InlineData(
        "[Network(1, Weights = \"w\")] [Dense(1, Weights = [1], Bias = [1])] partial class Net;",
        "NETGEN107", "give one of the two", Layer + Default)]
    [InlineData("[Network(1, Weights = \"w\")] [Dense(1)] partial class Net;", "NETGEN103", "\"w\"", Layer + Default)]
    [InlineData(
        "[Network(99, MaxParameters = 99)] [Dense(1)] partial class Net;",
        "NETGEN205", "has 100 parameters, 1 more than MaxParameters allows (99)", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] abstract partial class Net; class More : Net;",
        "NETGEN003", "abstract", Layer, "Net", "new More()")]
    [InlineData("[Network(4)] [Dense(3)] partial struct Net;", "NETGEN003", "struct", Layer)]
    [InlineData("[Network(4)] [Dense(3)] readonly partial struct Net;", "NETGEN003", "struct", Layer)]
    [InlineData("[Network(4)] [Dense(3)] partial record Net;", "NETGEN003", "record", Layer)]
    [InlineData("[Network(4)] [Dense(3)] sealed partial record class Net;", "NETGEN003", "record", Layer)]
    [InlineData("[Network(4)] [Dense(3)] partial record struct Net;", "NETGEN003", "record struct", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] partial class Net<T>;", "NETGEN003", "generic", Layer, "Net<int>", "new Net<int>()")]
    [InlineData(
        "class A : System.Attribute; [Network(4)] [Dense(3)] partial class Net<[A] T, /*2*/ @class> where T : new();",
        "NETGEN003", "generic", Layer, "Net<int, int>", "new Net<int, int>()")]
    [InlineData(
        "partial class Box<T> { [Network(4)] [Dense(3)] internal partial class Net; }",
        "NETGEN003", "generic", Layer, "Box<int>.Net", "new Box<int>.Net()")]
    [InlineData(
        "partial record struct Box<T> { [Network(4)] [Dense(3)] internal partial class Net; }",
        "NETGEN003", "generic", Layer, "Box<int>.Net", "new Box<int>.Net()")]
    [InlineData(
        "partial interface IBox<T> { [Network(4)] [Dense(3)] internal partial class Net; }",
        "NETGEN003", "generic", Layer, "IBox<int>.Net", "new IBox<int>.Net()")]
    [InlineData(
        "[Network(4)] [Dense(3)] partial class Net; [Dense(3)] partial class Net;",
        "NETGEN006", "1 of its 2 layers", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3, Name = \"a.b\"), Dense(3, Name = \"a_b_\"), Dense(3, Name = \"a_b\")] partial class Net;",
        "NETGEN008", "Two layers are named 'a_b'", "public const int Outputs = TYPE.a_b.Outputs;")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net { public Net() { } }", "NETGEN008", "constructor of its own", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] partial class Net(int size) { public int Size => size; }",
        "NETGEN008", "constructor of its own", Layer, "Net", "new Net(1)")]
    [InlineData(
        "[Network(4)] [Dense(3)] partial class Net { public int _start = 1; }",
        "NETGEN008", "'Net' has its own '_start'", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] partial class Net { public required int Size { get; set; } }",
        "NETGEN008", "'Size' is required", Layer, "Net", "new Net { Size = 1 }")]
    [InlineData("[Network(4)] [Dense(3, Name = \"Forward\")] partial class Net;", "NETGEN008", "'Forward'", "")]
    [InlineData("[Network(4)] [Dense(3, Name = \"Net\")] partial class Net;", "NETGEN008", "'Net'", "")]
    [InlineData("[Network(4)] [Dense(3, Name = \"Inputs\")] partial class Net;", "NETGEN008", "'Inputs'", "")]
    [InlineData("[Network(4)] [Dense(3)] [Dense(4, 3, (Activation)99)] partial class Net;", "NETGEN101", "NETGEN007", Layer)]
    [InlineData(
        "[Network(4)] [Dense(1, Activation.Softmax)] [Trainable(Loss.CrossEntropy)] partial class Net;",
        "NETGEN402", "'Dense1' (4 -> 1, softmax)", Layer + Classify)]
    [InlineData(
        "[Network(1)] [Dense(1, Activation.Step, Weights = [1], Bias = [1])] [Trainable(Loss.Huber)] partial class Net;",
        "NETGEN403", "derivative of 0", Layer + Default)]
    [InlineData(
        "[Trainable(Loss.BinaryCrossEntropy)] partial class Net; [Network(4)] [Dense(1)] partial class Net;",
        "NETGEN406", "probabilities of a sigmoid", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] [Trainable((Loss)5)] partial class Net;", "NETGEN007", "undefined loss 5", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] [Trainable(Loss.CrossEntropy, LabelSmoothing = 1)] partial class Net;",
        "NETGEN007", "'LabelSmoothing' is 1", Layer)]
    [InlineData(
        "[Network(4)] [Dense(3)] [Trainable((Loss)Other.OutputLength)] partial class Net; [Network(4)] [Dense(3)] partial class Other;",
        "NETGEN007", "'loss' of [Trainable] has no value", Layer)]
    public void TheStubCompilesAndItsMembersSayWhatIsWrong(
        string declaration, string id, string detail, string more, string type = "Net", string instance = "new Net()")
    {
        string use = Use.Replace("MORE", more, StringComparison.Ordinal).Replace("TYPE", type, StringComparison.Ordinal)
            .Replace("NEW", instance, StringComparison.Ordinal);
        using LoadedProgram program = GeneratorRun.Of($"using NetGen; {declaration}\n{use}").Load();
        IEnumerable<string> alsoThrowing = ((string[])["Classify", "Default"]).Where(
            name => more.Contains($" {name}()", StringComparison.Ordinal));
        Assert.All(_throwing.Concat(alsoThrowing), method =>
        {
            string message = Assert.Throws<InvalidOperationException>(() => program.Call("Use", method)).Message;
            Assert.Contains(id, message, StringComparison.Ordinal);
            Assert.Contains(detail, message, StringComparison.Ordinal);
        });
        program.Call("Use", "Layers");
        program.Call("Use", "AsInterface");
    }

    /// <summary>Nothing can be added to these; the rules tell.</summary>
    [Theory]
    [InlineData("[Network(4)] [Dense(3)] class Net;")]
    [InlineData("class Box { [Network(4)] [Dense(3)] internal partial class Net; }")]
    [InlineData("partial class Outer { class Box { [Network(4)] [Dense(3)] partial class Net; } }")]
    [InlineData("[Network(4)] [Dense(3)] static partial class Net;")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net; static partial class Net { }")]
    [InlineData("[Network(4)] [Dense(3)] static partial class Net<T>;")]
    [InlineData("[Network(4)] [Dense(3)] partial interface INet;")]
    [InlineData("[Network(4)] [Dense(3)] partial interface INet<in T>;")]
    [InlineData("[Network(4)] [Dense(3)] file partial class Net;")]
    [InlineData("file partial class Box { [Network(4)] [Dense(3)] partial class Net; }")]
    [InlineData("[Network(4)] [Dense(3)] partial class Load;")]
    [InlineData("[Network(4)] [Dense(3)] partial class DefaultNetwork;")]
    [InlineData("[Dense(3)] partial class Net;")]
    [InlineData("[Network(4)] [Dense(3)] ref partial struct Net;")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net { public int Summary => 1; }")]
    [InlineData(
        "[Network(4)] [Dense(3)] partial class Net { public void Forward(System.ReadOnlySpan<float> a, System.Span<float> b) { } }")]
    [InlineData("[Network(4)] [Dense(3)] partial class Net : Base; class Base { public int Summary => 1; }")]
    [InlineData("[Network(4)] [Dense(3)] partial struct Net { public int Summary => 1; }")]
    public void WhereNoStubIsPossibleThereIsNone(string declaration)
    {
        GeneratorRun run = GeneratorRun.Of($"using NetGen; {declaration}");
        Assert.Empty(run.Sources);
        run.AssertDiagnostics();
    }

    [Fact]
    public void OfTwoNetworkAttributesTheFirstCounts()
    {
        GeneratorRun run = GeneratorRun.Of(
            "using NetGen; [Network(4)] [Dense(3)] partial class Net; [Network(5)] [Dense(3)] partial class Net;");
        Assert.Contains("InputLength = 4;", run.Text, StringComparison.Ordinal);
        run.AssertDiagnostics("CS0579");
    }

    [Fact]
    public void AClassInTwoFilesIsTheCompilersErrorAlone()
    {
        const string Source = "using NetGen; [Network(4)] [Dense(3)] partial class Net { void Own() { } }";
        Assert.Single(GeneratorRun.Of(TestCompilation.Of(Source, Source)).Sources);
    }

    [Fact]
    public void OneWrongNetworkLeavesTheOthersRunning()
    {
        using LoadedProgram program = GeneratorRun.Of(
            "using NetGen; [Network(4)] partial class Wrong; [Network(4)] [Dense(3)] partial class Right;").Load();
        Assert.Equal(3, program.Network("Right").Initialize(1).Forward(1, 2, 3, 4).Length);
    }
}
