using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Benchmarks.Rules;

/// <summary>The time of one run of the generator.</summary>
internal static class GeneratorCost
{
    private const int RunsOfEdit = 101;
    private const int RunsOfProject = 15;

    /// <summary>Runs a driver that has run before over one network after each edit of it.</summary>
    /// <returns>The median in milliseconds.</returns>
    public static double OfEdit(string attributes)
    {
        // Two declarations in turn, so that no step finds its input unchanged.
        SyntaxTree[] trees = [.. Enumerable.Range(10, 2).Select(outputs => GeneratedProject.Parse(
            $"using NetGen; {attributes} [Dense({outputs}, Activation.Softmax)] partial class Edited;", "Edited.cs"))];
        CSharpCompilation[] compilations = [.. trees.Select(tree => GeneratedProject.Empty.AddSyntaxTrees(tree))];
        GeneratorDriver driver = GeneratedProject.Driver();
        return Median(RunsOfEdit, run => driver = Run(driver, compilations[run % 2]));
    }

    /// <summary>Runs a new driver over a whole project.</summary>
    /// <returns>The median in milliseconds.</returns>
    public static double OfProject(CSharpCompilation project) =>
        Median(RunsOfProject, _ => Run(GeneratedProject.Driver(), project.WithAssemblyName("Users")));

    private static GeneratorDriver Run(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGenerators(compilation);
        return driver.GetRunResult().Results.Single() is { Exception: null, GeneratedSources.Length: > 0 }
            ? driver
            : throw new InvalidOperationException("The generator wrote nothing.");
    }

    /// <summary>The median of the runs' times, after half as many to warm up.</summary>
    private static double Median(int runs, Action<int> run)
    {
        for (int i = 0; i < runs / 2; i++)
        {
            run(i);
        }

        double[] times = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            run(i + (runs / 2));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return times.Order().ElementAt(runs / 2);
    }
}
