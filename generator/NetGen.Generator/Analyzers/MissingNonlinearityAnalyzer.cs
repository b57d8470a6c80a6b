using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Layers;
using NetGen.Generator.Model;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds layers that, with no nonlinearity between them, do no more than one would: one finding a chain of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingNonlinearityAnalyzer : NetworkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.MissingNonlinearity];

    // The sizes of a network with errors mean nothing yet.
    private protected override IEnumerable<Problem> Find(NetworkModel model) => model.HasErrors ? [] : LinearChain.In(model)
        .Select(chain => new Problem(Rules.MissingNonlinearity.Id, Message(chain), chain.First + 1)
        {
            IsAdvice = true,
            IsInformation = chain.IsFactorisation,
        });

    private static string Message(LinearChain chain)
    {
        string[] names = [.. chain.Layers.Select(Name)];
        string followers = names.Length == 2
            ? $"{names[1]} follows {names[0]}"
            : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[^1]} follow one another";
        return $"{followers} with no activation between them: together they are {Equivalent(chain)}";
    }

    private static string Equivalent(LinearChain chain)
    {
        string single = $"one linear layer {Shape(chain)}";
        if (chain.IsFactorisation)
        {
            string figures = chain.ParameterCount < chain.SingleParameterCount
                ? $"fewer parameters ({Figures(chain.ParameterCount, chain.SingleParameterCount)})"
                : $"fewer weights ({Figures(chain.WeightCount, chain.SingleWeightCount)})";
            return $"a low-rank factorisation of {single} with {figures}, if that is meant";
        }

        string merged = chain.Parts is [var head, var tail]
            ? $"two linear layers {Shape(head)} -> {Grouped.Number(tail.Outputs)}"
            : single;
        return $"{merged} ({Grouped.Number(chain.MergedParameterCount)} parameters instead of {Grouped.Number(chain.ParameterCount)})";
    }

    /// <summary>The layer as it is written, or its own name where it has one.</summary>
    private static string Name(Layer layer) => layer.DeclaredName is null ? $"'{layer.Kind}({layer.Outputs})'" : $"'{layer.Name}'";

    private static string Shape(LinearChain chain) => $"{Grouped.Number(chain.Inputs)} -> {Grouped.Number(chain.Outputs)}";

    private static string Figures(long count, long instead) => $"{Grouped.Number(count)} instead of {Grouped.Number(instead)}";
}
