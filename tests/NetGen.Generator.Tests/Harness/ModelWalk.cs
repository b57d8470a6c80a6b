using System.Reflection;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>
/// Looks at all that can be reached from a step's results. What belongs to a compilation there would keep it in memory,
/// and would be another object after each edit.
/// </summary>
internal static class ModelWalk
{
    public static void Prove(IEnumerable<object?> results)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach (object? result in results)
        {
            Visit(result, "result", seen);
        }
    }

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Enum || value.GetType().IsPrimitive || !seen.Add(value))
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location
                or AttributeData or AdditionalText,
            $"{path} is a {value.GetType()}");
        if (value is Array items)
        {
            foreach (object? item in items)
            {
                Visit(item, path + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
