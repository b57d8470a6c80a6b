using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;
using NetGen.Generator.Model;

namespace NetGen.Generator.Tests;

/// <summary>
/// A test of one rule and its fix with the Roslyn testing library, over what a user's project has: the runtime library,
/// the generator's output, weight manifests. Findings are marked <c>{|NETGEN101:300|}</c> in the source, which needs no
/// usings of its own for NetGen unless a test takes them away. The library runs each fix alone and through Fix All in
/// document, project and solution.
/// </summary>
internal sealed class RuleTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private const string Usings = "global using System;\nglobal using NetGen;\n";

    private static readonly AnalyzerFileReference _generator = new(typeof(NetworkGenerator).Assembly.Location, new Loader());

    public RuleTest(string source, string? fixedSource = null, string usings = Usings)
    {
        TestCode = source;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        foreach (SolutionState state in new[] { TestState, FixedState, BatchFixedState })
        {
            state.AdditionalReferences.AddRange(Net100.References.All);
            state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(NetworkAttribute).Assembly.Location));
        }

        TestState.Sources.Add(("Usings.cs", usings));
        if (fixedSource is not null)
        {
            FixedCode = fixedSource;
            FixedState.Sources.Add(("Usings.cs", usings));
        }
    }

    /// <summary>What the build writes of weights files.</summary>
    public string[] Manifests
    {
        init
        {
            foreach (string manifest in value)
            {
                TestState.AdditionalFiles.Add(($"/obj/{TestState.AdditionalFiles.Count}{WeightManifest.FileExtension}", manifest));
            }
        }
    }

    /// <summary>The project has the generator as a user's has, so that a fix too sees what is generated.</summary>
    protected override async Task<Project> CreateProjectImplAsync(
        EvaluatedProjectState primaryProject,
        ImmutableArray<EvaluatedProjectState> additionalProjects,
        CancellationToken cancellationToken) =>
        (await base.CreateProjectImplAsync(primaryProject, additionalProjects, cancellationToken))
            .AddAnalyzerReference(_generator);

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Latest);

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => typeof(NetworkGenerator).Assembly;
    }
}
