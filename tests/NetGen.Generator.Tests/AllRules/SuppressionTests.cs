using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests;

/// <summary>One rule of each family is switched off, and given another severity, in each way that C# has for it.</summary>
public class SuppressionTests
{
    // What suppresses stands in place of the comment.
    private static readonly Dictionary<string, string> _sources = new()
    {
        ["NETGEN001"] = "/**/ [Network(4)] [Dense(3)] class Net;",
        ["NETGEN102"] = "/**/ [Network(1)] [Dense(2, Weights = [1], Bias = [1, 2])] partial class Net;",
        ["NETGEN121"] = Call("net.Forward(new float[5], output);"),
        ["NETGEN201"] = "/**/ [Network(4)] [Dense(4)] [Dense(4)] partial class Net;",
        ["NETGEN301"] = Call("while (true) { var input = new float[4]; input[0] = output[0]; net.Forward(input, output); }"),
        ["NETGEN302"] = Call("while (true) { Net.Load(\"file\").Forward([1, 2, 3, 4], output); }"),
        ["NETGEN401"] = "/**/ [Network(4)] [Dense(3, Activation.Softmax)] [Trainable(Loss.Huber)] partial class Net;",
    };

    public static TheoryData<string> Ids => [.. _sources.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task NothingSuppressesItUnasked(string id) =>
        Assert.Equal((id, Shipped.Rules.Single(rule => rule.Id == id).DefaultSeverity), await FindAsync(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Pragma(string id)
    {
        Assert.Null(await FindAsync(id, $"\n#pragma warning disable {id}\n"));
        Assert.NotNull(await FindAsync(id, $"\n#pragma warning disable {id}\n#pragma warning restore {id}\n"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Attribute(string id) => Assert.Null(
        await FindAsync(id, $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen\", \"{id}\", Justification = \"A test.\")]"));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task EditorConfigOfOneRule(string id) => await AssertSeveritiesAsync(id, $"dotnet_diagnostic.{id}.severity");

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task EditorConfigOfAllRules(string id)
    {
        const string Category = "dotnet_analyzer_diagnostic.category-NetGen.severity";
        await AssertSeveritiesAsync(id, Category);
        Assert.Null(await FindAsync(id, config: $"{Category} = error\ndotnet_diagnostic.{id}.severity = none"));
    }

    private static async Task AssertSeveritiesAsync(string id, string key)
    {
        Assert.Null(await FindAsync(id, config: $"{key} = none"));
        Assert.Equal((id, DiagnosticSeverity.Info), await FindAsync(id, config: $"{key} = suggestion"));
        Assert.Equal((id, DiagnosticSeverity.Warning), await FindAsync(id, config: $"{key} = warning"));
        Assert.Equal((id, DiagnosticSeverity.Error), await FindAsync(id, config: $"{key} = error"));
    }

    private static string Call(string statement) =>
        "[Network(4)] [Dense(3)] partial class Net; static class User { "
            + $"/**/ static void Run(Net net, float[] output) {{ {statement} }} }}";

    /// <summary>What is found in a rule's source, in a project with an editor configuration; nothing or one finding.</summary>
    private static async Task<(string Id, DiagnosticSeverity Severity)?> FindAsync(
        string id, string suppression = "", string config = "")
    {
        string source = "using NetGen;" + _sources[id].Replace("/**/", suppression, StringComparison.Ordinal);
        CSharpCompilation settings = TestCompilation.Of("");
        using AdhocWorkspace workspace = new();
        Project project = workspace.AddProject("Users", LanguageNames.CSharp)
            .WithCompilationOptions(settings.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default))
            .WithMetadataReferences(settings.References)
            .WithParseOptions(TestCompilation.ParseOptions)
            .AddAnalyzerConfigDocument(".editorconfig", SourceText.From($"[*.cs]\n{config}"), filePath: "/users/.editorconfig").Project
            .AddDocument("User.cs", SourceText.From(source), filePath: "/users/User.cs").Project;
        GeneratorRun.Driver([]).RunGeneratorsAndUpdateCompilation(
            (await project.GetCompilationAsync())!, out Compilation compilation, out _);
        Diagnostic? finding =
            (await Shipped.FindAsync(compilation, compilation.SyntaxTrees.First(), project.AnalyzerOptions)).SingleOrDefault();
        return finding is null ? null : (finding.Id, finding.Severity);
    }
}
