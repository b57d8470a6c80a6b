using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

/// <summary>Where nothing is wrong, no rule says anything.</summary>
public class ValidNetworkTests
{
    [Fact]
    public async Task TwoHundredHaveNoFindingOfAnySeverity()
    {
        Random random = new(4);
        ValidNetwork[] networks = [.. Enumerable.Range(0, 200).Select(index => new ValidNetwork(index, random))];
        ManifestFile[] manifests = [.. networks.Select(network => network.Manifest).OfType<ManifestFile>()];
        Assert.NotEmpty(manifests);
        CSharpCompilation compilation = TestCompilation.Of(
            "using System; using NetGen;\n" + string.Concat(networks.Select(network => network.Source)));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        GeneratorRun.Driver(manifests).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        Assert.Empty(output.GetSemanticModel(tree).GetDiagnostics());
        ImmutableArray<Diagnostic> findings = await Shipped.FindAsync(output, tree, new AnalyzerOptions([.. manifests]));
        string found = string.Join("\n", findings.Select(
            finding => $"{finding}\n{tree.GetText().Lines[finding.Location.GetLineSpan().StartLinePosition.Line]}"));
        Assert.True(found.Length == 0, found);
    }
}
