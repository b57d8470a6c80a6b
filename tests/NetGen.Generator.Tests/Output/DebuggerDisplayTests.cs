using System.Diagnostics;
using System.Reflection;

namespace NetGen.Generator.Tests;

/// <summary>A network in the debugger is one line that says what it is.</summary>
public class DebuggerDisplayTests
{
    [Theory]
    [InlineData(
        "[Network(784)] [Dense(256, Activation.Relu)] [Dense(128, Activation.Relu)] [Dense(10, Activation.Softmax)] "
            + "partial class Fashion;",
        "Fashion",
        "Fashion 784 -> 256 ReLU -> 128 ReLU -> 10 softmax, 235,146 parameters")]
    [InlineData(
        "[Network(1)] [Dense(1, Name = \"{x}\\\\\")] [Dense(1024, Activation.GeluTanh)] "
            + "partial class @class { public override string ToString() => \"\"; }",
        "class",
        "class 1 -> 1 -> 1,024 GELU (tanh), 2,050 parameters")]
    [InlineData("namespace Ü { [Network(2)] [Dense(1)] partial class Größe; }", "Ü.Größe", "Größe 2 -> 1, 3 parameters")]
    public void ItSaysShapesActivationsAndParameters(string declaration, string type, string text) =>
        Assert.Equal(text, Assert.Single(Of(declaration, type)).Value);

    [Theory]
    [InlineData("[DebuggerDisplay(\"own\")] [Network(1)] [Dense(1)] partial class Net;")]
    [InlineData("[Network(1)] [Dense(1)] partial class Net; [DebuggerDisplayAttribute(\"own\")] partial class Net;")]
    [InlineData("[Network(1)] [Dense(1)] [Display(\"own\")] partial class Net;")]
    public void AUsersOwnComesAlone(string declaration)
    {
        const string Usings = "using System.Diagnostics; using Display = System.Diagnostics.DebuggerDisplayAttribute; ";
        Assert.Equal("own", Assert.Single(Of(Usings + declaration, "Net")).Value);
    }

    [Fact]
    public void AUsersAttributeOfTheNameIsAnother() => Assert.Equal(
        "Net 1 -> 1, 2 parameters",
        Assert.Single(Of(
            "class DebuggerDisplayAttribute(string text) : System.Attribute { public string Text => text; } "
                + "[DebuggerDisplay(\"own\")] [Network(1)] [Dense(1)] partial class Net;",
            "Net")).Value);

    private static DebuggerDisplayAttribute[] Of(string declaration, string type)
    {
        using LoadedProgram program = GeneratorRun.Of("using NetGen; " + declaration).Load();
        return [.. program.Type(type).GetCustomAttributes<DebuggerDisplayAttribute>(inherit: false)];
    }
}
