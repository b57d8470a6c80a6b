using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>The harness finds what it is there to find.</summary>
public class HarnessTests
{
    [Fact]
    public void TestsRunInTheHostileCulture() =>
        Assert.Equal("−1,5", (-1.5).ToString("F1", CultureInfo.CurrentCulture));

    [Fact]
    public void AWarningFailsWithTheNumberedSources()
    {
        GeneratorRun run = GeneratorRun.Of("class C { private int _never; }");
        string message = Assert.ThrowsAny<Exception>(() => run.AssertDiagnostics()).Message;
        Assert.Contains("CS0169", message, StringComparison.Ordinal);
        Assert.Contains("    2 class C", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public class Undocumented { }", "CS1591")]
    [InlineData("/// <summary>Unknown: <see cref=\"Nobody\"/></summary>\npublic class C;", "CS1574")]
    [InlineData("class C { string Get() => null; }", "CS8603")]
    [InlineData("class C { unsafe void Run() { } }", "CS0227")]
    public void LoadingFailsForWarningsToo(string source, string id)
    {
        CSharpCompilation compilation = TestCompilation.Of().AddSyntaxTrees(TestCompilation.Parse(source, "Strict.cs"));
        string message = Assert.ThrowsAny<Exception>(() => GeneratorRun.Of(compilation).Load()).Message;
        Assert.Contains(id, message, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelThatHoldsACompilationIsFound()
    {
        object[] results = [new { Inner = new object[] { TestCompilation.Of("") } }];
        string message = Assert.ThrowsAny<Exception>(() => ModelWalk.Prove(results)).Message;
        Assert.Contains("CSharpCompilation", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExpectedDiagnosticThatDoesNotComeFails() =>
        Assert.ThrowsAny<Exception>(() => GeneratorRun.Of("").AssertDiagnostics("CS0260"));
}
