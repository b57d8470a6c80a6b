using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Spectre.Console;

namespace NetGen.Benchmarks.Rules;

/// <summary><c>rules</c>: what the generator and each analyzer cost over a project of 500 networks.</summary>
internal static class RulesCommand
{
    private const int Networks = 500;

    public static async Task<int> RunAsync()
    {
        CSharpCompilation project = GeneratedProject.Of(Networks);
        const string Three = "[Network(784)] [Dense(256, Activation.Relu)] [Dense(128, Activation.Relu)]";
        string ten = "[Network(256)] " + string.Concat(Enumerable.Repeat("[Dense(256, Activation.Relu)] ", 9));

        Table generator = new() { Border = TableBorder.Markdown };
        generator.AddColumn("generator").AddColumn("milliseconds");
        generator.AddRow("an edit of 784-256-128-10", Text(GeneratorCost.OfEdit(Three)));
        generator.AddRow("an edit of ten layers of 256", Text(GeneratorCost.OfEdit(ten)));
        generator.AddRow($"a project of {Networks} networks", Text(GeneratorCost.OfProject(project)));
        AnsiConsole.Write(generator);

        Table analyzers = new() { Border = TableBorder.Markdown };
        analyzers.AddColumn("analyzer").AddColumn("microseconds a network");
        foreach ((string name, TimeSpan time) in await AnalyzerCost.MeasureAsync(project))
        {
            analyzers.AddRow(name, Text(time.TotalMicroseconds / Networks));
        }

        AnsiConsole.Write(analyzers);
        return 0;
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
