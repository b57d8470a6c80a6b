using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Declaration;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>The base of rules about declarations: shows what is found in a network's model, each at its attribute argument.</summary>
public abstract class NetworkAnalyzer : RuleAnalyzer
{
    /// <summary>The property of a diagnostic that holds what would be right (<see cref="Problem.Right"/>), for its fix.</summary>
    public const string RightProperty = "Right";

    private protected NetworkAnalyzer()
    {
    }

    private protected sealed override void Register(CompilationStartAnalysisContext start, NetworkReadings readings) =>
        start.RegisterSymbolAction(symbol => Analyze(symbol, readings), SymbolKind.NamedType);

    /// <summary>Gives what the rules find in a network: if nothing else is said, those problems of its model that are theirs.</summary>
    private protected virtual IEnumerable<Problem> Find(NetworkModel model) => model.Problems.Where(problem =>
        !problem.IsCompilersError && SupportedDiagnostics.Any(rule => rule.Id == problem.Id));

    /// <summary>Gives what the rules find in a network in sight of all networks of the project.</summary>
    private protected virtual IEnumerable<Problem> FindAmong(NetworkModel model, Func<IEnumerable<NetworkModel>> all) => [];

    private void Analyze(SymbolAnalysisContext context, NetworkReadings readings)
    {
        if (readings.Read((INamedTypeSymbol)context.Symbol, context.CancellationToken) is not { } reading)
        {
            return;
        }

        IEnumerable<Problem> problems = Find(reading.Model)
            .Concat(FindAmong(reading.Model, () => readings.ReadAll(context.CancellationToken).Select(other => other.Model)));
        foreach (Problem problem in problems)
        {
            DiagnosticDescriptor rule = SupportedDiagnostics.Single(rule => rule.Id == problem.Id);
            context.ReportDiagnostic(Diagnostic.Create(
                rule,
                LocationOf(problem, reading, context.CancellationToken),
                problem.IsInformation ? DiagnosticSeverity.Info : rule.DefaultSeverity,
                additionalLocations: null,
                problem.Right is { } right ? ImmutableDictionary<string, string?>.Empty.Add(RightProperty, right) : null,
                problem.Message));
        }
    }

    /// <summary>Gives the place of a problem: its argument or attribute, else the name of the class.</summary>
    private protected virtual Location LocationOf(Problem problem, NetworkReading reading, CancellationToken cancel)
    {
        AttributeData? place = problem.Layer >= 0 ? reading.LayerAttributes[problem.Layer]
            : problem.Argument is null ? null
            : problem.IsOfTraining ? DeclarationReader.TrainableAttributeOf(reading.Type)
            : reading.Network;
        if (place?.ApplicationSyntaxReference?.GetSyntax(cancel) is not AttributeSyntax attribute)
        {
            return reading.Part.Identifier.GetLocation();
        }

        SyntaxNode? argument = AttributeArguments.Find(attribute, place, problem.Argument) is { } found
            ? AttributeArguments.Element(found, problem.Element) ?? found
            : null;
        return (argument ?? attribute).GetLocation();
    }
}
