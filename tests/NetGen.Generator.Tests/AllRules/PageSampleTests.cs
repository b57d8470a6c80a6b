using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>The code on the rules' pages is what they say: the wrong code has exactly the shown findings, the right code none.</summary>
public partial class PageSampleTests
{
    // The files that the pages tell of.
    private static readonly string _digits = ManifestText.Of(
        "digits.safetensors", "R",
        ("0.weight", "F32", "256x784"), ("0.bias", "F32", "256"), ("2.weight", "F32", "10x256"), ("2.bias", "F32", "10"));

    private static readonly Dictionary<string, string> _files = new()
    {
        ["NETGEN104"] = ManifestText.Of("net.safetensors", "R", ("encoder.fc1.weight", "F32", "2x4"), ("encoder.fc1.bias", "F32", "2")),
        ["NETGEN105"] = _digits,
        ["NETGEN106"] = ManifestText.Of("net.safetensors", "R", ("0.weight", "F8_E4M3", "2x1"), ("0.bias", "F32", "2")),
        ["NETGEN109"] = _digits,
    };

    public static TheoryData<string> Ids => [.. Shipped.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WrongCodeHasTheShownFindings(string id)
    {
        Match sample = Assert.Single(Sample().Matches(SectionOf(id, "Wrong")));
        IEnumerable<(string, string)> expected = sample.Groups["messages"].Value.TrimEnd().Split('\n').Select(message => (id, message));
        Assert.Equal(expected, await FindAsync(sample.Groups["code"].Value, _files.GetValueOrDefault(id)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task RightCodeHasNone(string id)
    {
        MatchCollection samples = Code().Matches(SectionOf(id, "Right"));
        Assert.NotEmpty(samples);
        foreach (Match sample in samples)
        {
            // What is wrong with a type is made right in the file.
            string? file = _files.GetValueOrDefault(id)?.Replace("F8_E4M3", "F32", StringComparison.Ordinal);
            Assert.Empty(await FindAsync(sample.Groups["code"].Value, file));
        }
    }

    private static string SectionOf(string id, string title) => new RulePage(id).Sections.Single(section => section.Title == title).Text;

    /// <summary>
    /// What the rules find in a sample, which must compile: types, or statements of a program that has images and a network.
    /// </summary>
    private static async Task<(string Id, string Message)[]> FindAsync(string code, string? manifest)
    {
        if (CSharpSyntaxTree.ParseText(code).GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any())
        {
            code = "[Network(784)] [Dense(10, Activation.Softmax)] partial class Digits; static class Program { "
                + $"static Digits network = Digits.Initialize(1); static float[][] images = []; static void Run() {{ {code} }} }}";
        }

        CSharpCompilation compilation = TestCompilation.Of("using System; using NetGen;\n" + code);
        SyntaxTree tree = compilation.SyntaxTrees[0];
        ManifestFile[] manifests = manifest is null ? [] : [new(manifest)];
        GeneratorRun.Driver(manifests).RunGeneratorsAndUpdateCompilation(
            compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)),
            out Compilation output,
            out _);
        Assert.Empty(output.GetSemanticModel(tree).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> findings = await Shipped.FindAsync(output, tree, new AnalyzerOptions([.. manifests]));
        return
        [
            .. findings.OrderBy(finding => finding.Location.SourceSpan.Start)
                .Select(finding => (finding.Id, finding.GetMessage(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>C# code.</summary>
    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    /// <summary>C# code, and the messages it gets.</summary>
    [GeneratedRegex("```csharp\n(?<code>.*?)```\\s*```\n(?<messages>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();
}
