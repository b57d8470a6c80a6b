using System.Globalization;

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
        Assert.Contains("    1 class C", message, StringComparison.Ordinal);
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
