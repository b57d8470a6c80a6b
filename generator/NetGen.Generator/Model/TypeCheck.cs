using NetGen.Generator.Declaration;

namespace NetGen.Generator.Model;

/// <summary>Checks that a type can be a network, and that its layers are all on the part with <c>[Network]</c>.</summary>
internal static class TypeCheck
{
    public static void Check(NetworkDeclaration declaration, List<Problem> problems)
    {
        string name = declaration.Type.Name;
        problems.AddRange(declaration.Containers
            .Where(container => !container.IsPartial)
            .Select(container => new Problem("NETGEN002", NotPartial(container.Name, name))));
        if (declaration.Type.Trait is { } trait)
        {
            problems.Add(new Problem(
                "NETGEN003", $"'{name}' is {trait}; a network is a class that is not static, abstract, generic, file-local or a record"));
        }
        else if (declaration.Containers.FirstOrDefault(container => container.IsGeneric) is { } generic)
        {
            problems.Add(new Problem(
                "NETGEN003", $"'{name}' stands in the generic type '{generic.Name}{generic.TypeParameters}'; a network is not generic"));
        }
        else if (declaration.Containers.FirstOrDefault(container => container.Trait == TypePart.FileLocal) is { } local)
        {
            problems.Add(new Problem(
                "NETGEN003", $"'{name}' stands in the file-local type '{local.Name}', which other files cannot extend"));
        }
        else if (!declaration.Type.IsPartial)
        {
            problems.Add(new Problem("NETGEN001", $"The network class '{name}' is not partial"));
        }

        if (GeneratedMembers.IsName(name))
        {
            problems.Add(new Problem("NETGEN008", $"The network is named '{name}', as one of its members"));
        }

        if (declaration.LayersElsewhere > 0)
        {
            int all = declaration.LayersElsewhere + declaration.Layers.Count;
            problems.Add(new Problem(
                "NETGEN006",
                $"'{name}' has {Grouped.Number(declaration.LayersElsewhere)} of its {Grouped.Number(all)} layers on another part "
                    + "of the class than [Network]; their order is known only on one part"));
        }
        else if (declaration.Layers.Count == 0)
        {
            problems.Add(new Problem("NETGEN004", $"The network '{name}' has no layers"));
        }
    }

    /// <summary>Whether C# lets a generated part add a network's members to the type.</summary>
    public static bool IsExtensible(NetworkDeclaration declaration) =>
        declaration.Type.IsExtensible
        && declaration.Containers.All(container => container.IsExtensible)
        && !GeneratedMembers.IsName(declaration.Type.Name);

    /// <summary>What to say of a type around a network.</summary>
    public static string NotPartial(string container, string network) =>
        $"'{container}', which contains the network '{network}', is not partial";
}
