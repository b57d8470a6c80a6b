using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>The code on the rules' pages is what they say: the wrong code has exactly the shown finding, the right code has none.</summary>
public partial class PageSampleTests
{
    public static TheoryData<string> Ids => [.. Shipped.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WrongCodeHasTheShownFinding(string id)
    {
        string section = SectionOf(id, "Wrong");
        Match sample = Assert.Single(Sample().Matches(section));
        (string Id, string Message) finding = Assert.Single(await FindAsync(sample.Groups["code"].Value));
        Assert.Equal((id, sample.Groups["message"].Value.Trim()), finding);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task RightCodeHasNone(string id)
    {
        MatchCollection samples = Code().Matches(SectionOf(id, "Right"));
        Assert.NotEmpty(samples);
        foreach (Match sample in samples)
        {
            Assert.Empty(await FindAsync(sample.Groups["code"].Value));
        }
    }

    private static string SectionOf(string id, string title) => new RulePage(id).Sections.Single(section => section.Title == title).Text;

    /// <summary>What the rules find in a sample, which must compile.</summary>
    private static async Task<(string Id, string Message)[]> FindAsync(string code)
    {
        CSharpCompilation compilation = TestCompilation.Of("using System; using NetGen;\n" + code);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        bool isProgram = (await tree.GetRootAsync()).ChildNodes().OfType<GlobalStatementSyntax>().Any();
        CSharpCompilationOptions options = compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default);
        GeneratorRun.Driver([]).RunGeneratorsAndUpdateCompilation(
            compilation.WithOptions(isProgram ? options.WithOutputKind(OutputKind.ConsoleApplication) : options),
            out Compilation output,
            out _);
        Assert.Empty(output.GetSemanticModel(tree).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> findings = await Shipped.FindAsync(output, tree, new AnalyzerOptions([]));
        return [.. findings.Select(finding => (finding.Id, finding.GetMessage(CultureInfo.InvariantCulture)))];
    }

    /// <summary>C# code.</summary>
    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>C# code, and the message it gets.</summary>
    [GeneratedRegex("```csharp\n(?<code>.*?)```\\s*```\n(?<message>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
