using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>
/// Proves that edits which change no network run nothing again, and that the steps' results hold no compilation.
/// </summary>
internal static class CachingCheck
{
    public static readonly string[] Steps =
        [NetworkGenerator.DeclarationStep, NetworkGenerator.ManifestStep, NetworkGenerator.ModelStep];

    /// <summary>
    /// Runs a driver, which has run on the compilation, after an edit elsewhere and after a comment in each file.
    /// </summary>
    public static void Prove(GeneratorDriver driver, CSharpCompilation compilation)
    {
        ModelWalk.Prove(Steps.SelectMany(step => OutputsOf(driver, step)).Select(output => output.Value));
        SyntaxTree other = TestCompilation.Parse("enum Unrelated { One }", "Other.cs");
        AssertCached(driver.RunGenerators(compilation.AddSyntaxTrees(other)));

        CSharpCompilation withComments = compilation;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            withComments = withComments.ReplaceSyntaxTree(
                tree, TestCompilation.Parse("// A comment that moves all that follows.\n" + tree, tree.FilePath));
        }

        AssertCached(driver.RunGenerators(withComments));
    }

    /// <summary>Whether the last run of the driver changed the sources.</summary>
    public static bool HasRegenerated(GeneratorDriver driver) => GeneratorRun.ResultOf(driver).TrackedOutputSteps
        .SelectMany(step => step.Value).SelectMany(step => step.Outputs)
        .Any(output => output.Reason != IncrementalStepRunReason.Cached);

    private static void AssertCached(GeneratorDriver driver)
    {
        foreach (string step in Steps)
        {
            Assert.All(OutputsOf(driver, step), output => Assert.True(
                output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"{step}: {output.Reason}"));
        }

        Assert.False(HasRegenerated(driver));
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputsOf(
        GeneratorDriver driver, string step) =>
        GeneratorRun.ResultOf(driver).TrackedSteps.TryGetValue(step, out var runs)
            ? runs.SelectMany(run => run.Outputs)
            : [];
}
