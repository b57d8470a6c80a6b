using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace NetGen.Generator.Tests;

/// <summary>
/// A test of one rule and its fix with the Roslyn testing library, over what a user's project has: the runtime library,
/// the generator's output, weight manifests. Findings are marked <c>{|NETGEN101:300|}</c> in the source, which needs no
/// usings of its own for NetGen. The library runs each fix alone and through Fix All in document, project and solution.
/// </summary>
internal sealed class RuleTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private const string Usings = "global using System;\nglobal using NetGen;\n";

    public RuleTest(string source, string? fixedSource = null)
    {
        TestCode = source;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        foreach (SolutionState state in new[] { TestState, FixedState, BatchFixedState })
        {
            state.AdditionalReferences.AddRange(Net100.References.All);
            state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location));
        }

        TestState.Sources.Add(("Usings.cs", Usings));
        if (fixedSource is not null)
        {
            FixedCode = fixedSource;
            FixedState.Sources.Add(("Usings.cs", Usings));
        }
    }

    // The library's own way to run generators shows their output to analyzers, but not to fixes.
    protected override Project ApplyCompilationOptions(Project project) =>
        base.ApplyCompilationOptions(project).AddAnalyzerReference(new GeneratorReference());

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);
}

/// <summary>What a project refers to the generator by.</summary>
file sealed class GeneratorReference : AnalyzerReference
{
    private readonly ImmutableArray<ISourceGenerator> _generators = [new NetworkGenerator().AsSourceGenerator()];

    public override string? FullPath => null;

    public override object Id => nameof(GeneratorReference);

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];
}
