using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Analyzers;

/// <summary>Finds the arguments of attributes in the source.</summary>
internal static class AttributeArguments
{
    /// <summary>The argument for a property or a parameter by its name, however it is written; null where it is not given.</summary>
    public static AttributeArgumentSyntax? Find(AttributeSyntax attribute, AttributeData data, string? name)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        for (int i = 0; i < arguments.Count; i++)
        {
            string? given = arguments[i].NameEquals?.Name.Identifier.ValueText
                ?? arguments[i].NameColon?.Name.Identifier.ValueText
                ?? data.AttributeConstructor?.Parameters.ElementAtOrDefault(i)?.Name;
            if (given == name)
            {
                return arguments[i];
            }
        }

        return null;
    }

    /// <summary>The element of an argument's array, however that is written; null where there is none.</summary>
    public static SyntaxNode? Element(AttributeArgumentSyntax argument, int index) => argument.Expression switch
    {
        CollectionExpressionSyntax collection => collection.Elements.ElementAtOrDefault(index),
        ArrayCreationExpressionSyntax array => array.Initializer?.Expressions.ElementAtOrDefault(index),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.ElementAtOrDefault(index),
        _ => null,
    };
}
