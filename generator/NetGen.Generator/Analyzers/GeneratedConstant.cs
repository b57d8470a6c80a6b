using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Declaration;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds constants of networks, which no generator sees, in expressions and in the constants those are made of.</summary>
internal static class GeneratedConstant
{
    /// <summary>Gives the first generated constant that the value of an expression comes from, or null.</summary>
    public static IFieldSymbol? In(SyntaxNode expression, SemanticModel model, CancellationToken cancel) =>
        In(expression, model, new HashSet<ISymbol>(SymbolEqualityComparer.Default), cancel);

    private static IFieldSymbol? In(SyntaxNode expression, SemanticModel model, HashSet<ISymbol> seen, CancellationToken cancel)
    {
        foreach (SimpleNameSyntax name in expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancel).Symbol is not IFieldSymbol { IsConst: true } field || !seen.Add(field))
            {
                continue;
            }

            if (IsGenerated(field))
            {
                return field;
            }

            foreach (SyntaxReference place in field.DeclaringSyntaxReferences)
            {
                SemanticModel there = place.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(place.SyntaxTree);
                if (In(place.GetSyntax(cancel), there, seen, cancel) is { } inner)
                {
                    return inner;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the field, of a network or of one of its layers, stands in generated source.</summary>
    private static bool IsGenerated(IFieldSymbol field)
    {
        bool isOfNetwork = false;
        for (INamedTypeSymbol? type = field.ContainingType; type is not null; type = type.ContainingType)
        {
            isOfNetwork |= DeclarationReader.IsNetwork(type);
        }

        return isOfNetwork && field.DeclaringSyntaxReferences.Any(declaration => GeneratedSource.Contains(declaration.SyntaxTree));
    }
}
