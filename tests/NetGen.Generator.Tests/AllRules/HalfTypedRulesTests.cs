using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>Whatever stands in the editor, no analyzer throws: the editor would switch it off for the whole session.</summary>
public class HalfTypedRulesTests
{
    // How many edits there are in a run of all tests; the environment can ask for more.
    private static readonly int _edits = int.Parse(
        Environment.GetEnvironmentVariable("NETGEN_EDITS") ?? "1000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task RandomEditsThrowNothing()
    {
        List<string> failures = [];
        AnalyzerOptions options = new([.. Mistakes.Manifests]);
        RandomEdit edit = new(Mistakes.Sources);
        GeneratorDriver driver = GeneratorRun.Driver(Mistakes.Manifests);
        CSharpCompilation compilation = TestCompilation.Of("");
        SyntaxTree tree = compilation.SyntaxTrees[0];
        int compilerFailures = 0;
        int findings = 0;
        for (int i = 0; i < _edits; i++)
        {
            // One source after the other, so that the driver has what the last edit left as it was.
            string source = edit.Of(Mistakes.Sources[(int)((long)i * Mistakes.Sources.Length / _edits)], new Random(i));
            SyntaxTree edited = CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions);
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            tree = edited;
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
            findings += (await Shipped.FindAsync(output, tree, options, (exception, _, _) => failures.Add($"{exception}"))).Length;
            if (failures.Count > 0)
            {
                // On some texts the compiler itself fails, with an analyzer or without.
                Assert.True(Record.Exception(() => output.GetDiagnostics()) is not null, $"edit {i}\n{source}\n\n{failures[0]}");
                compilerFailures++;
                failures.Clear();
            }
        }

        Assert.True(compilerFailures < 1 + (_edits / 100), $"the compiler failed {compilerFailures} times");
        Assert.True(findings > _edits, $"{findings} findings in all: the edits left too few mistakes");
    }
}
