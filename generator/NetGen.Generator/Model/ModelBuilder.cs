using NetGen.Generator.Code;
using NetGen.Generator.Declaration;
using NetGen.Generator.Layers;

namespace NetGen.Generator.Model;

/// <summary>
/// Shape inference and counting. Gives a model for any declaration, so that the members a user's code refers to are
/// there; with problems, the network cannot run.
/// </summary>
internal static class ModelBuilder
{
    public static NetworkModel Build(NetworkDeclaration declaration, EquatableArray<WeightManifest> manifests)
    {
        List<Problem> problems = [];
        CheckType(declaration, problems);
        int inputs = CheckInputs(declaration, problems);
        EquatableArray<Layer> layers = ReadLayers(declaration, inputs, problems);
        (WeightSource weights, UnusedTensors? unused) = WeightResolver.Resolve(declaration, layers, manifests, problems);
        NetworkModel model = new(declaration.Namespace, declaration.Containers, declaration.Type, inputs, layers, weights, default)
        {
            Unused = unused,
        };
        if (declaration.MaxParameters > 0 && model.ParameterCount > declaration.MaxParameters && Sizes.AreKnown(problems))
        {
            problems.Add(new Problem(
                "NETGEN205",
                $"'{declaration.Type.Name}' has {Grouped.Number(model.ParameterCount)} parameters, "
                    + $"{Grouped.Number(model.ParameterCount - declaration.MaxParameters)} more than MaxParameters allows "
                    + $"({Grouped.Number(declaration.MaxParameters)})",
                Argument: "MaxParameters"));
        }

        return model with { Problems = new EquatableArray<Problem>(problems) };
    }

    private static void CheckType(NetworkDeclaration declaration, List<Problem> problems)
    {
        string name = declaration.Type.Name;
        if (!declaration.Type.IsPartial)
        {
            problems.Add(new Problem("NETGEN001", $"The network class '{name}' is not partial"));
        }

        foreach (TypePart container in declaration.Containers)
        {
            if (!container.IsPartial)
            {
                problems.Add(new Problem("NETGEN002", $"'{container.Name}', which contains the network '{name}', is not partial"));
            }
        }

        if (declaration.Type.Trait is { } trait)
        {
            problems.Add(new Problem(
                "NETGEN003",
                $"'{name}' is {trait}; a network is a class that is not static, abstract, generic or file-local"));
        }
        else if (declaration.Containers.Any(container => container.IsGeneric))
        {
            problems.Add(new Problem("NETGEN003", $"'{name}' stands in a generic type; a network is a class that is not generic"));
        }
        else if (declaration.Containers.Any(container => container.Trait == "file-local"))
        {
            problems.Add(new Problem("NETGEN003", $"'{name}' stands in a file-local type, which other files cannot extend"));
        }

        if (Identifiers.IsGeneratedMember(name))
        {
            problems.Add(new Problem("NETGEN008", $"The network is named '{name}', as one of its members"));
        }

        if (declaration.Layers.Count == 0)
        {
            problems.Add(new Problem("NETGEN004", $"The network '{name}' has no layers"));
        }

        if (declaration.LayersElsewhere > 0)
        {
            problems.Add(new Problem(
                "NETGEN006",
                $"{declaration.LayersElsewhere} of the layers of '{name}' stand on another part of the class than [Network]"));
        }
    }

    private static int CheckInputs(NetworkDeclaration declaration, List<Problem> problems)
    {
        int inputs = declaration.Inputs ?? 1;
        if (declaration.Inputs is null)
        {
            problems.Add(new Problem("NETGEN007", Sizes.UnknownMessage("'inputs' of the network"), Argument: "inputs"));
        }
        else if (inputs is < 1 or > Sizes.Largest)
        {
            problems.Add(new Problem("NETGEN007", Sizes.Message("'inputs' of the network", inputs), Argument: "inputs"));
        }

        return Sizes.Clamp(inputs);
    }

    private static EquatableArray<Layer> ReadLayers(NetworkDeclaration declaration, int inputs, List<Problem> problems)
    {
        List<Layer> layers = [];
        Dictionary<string, int> kinds = [];
        HashSet<string> identifiers = [];
        for (int i = 0; i < declaration.Layers.Count; i++)
        {
            LayerDeclaration layer = declaration.Layers[i];
            if (LayerKinds.Reader(layer.Kind) is not { } read)
            {
                continue; // A layer attribute of a newer library; the package keeps both at one version.
            }

            kinds.TryGetValue(layer.Kind, out int before);
            kinds[layer.Kind] = before + 1;
            string? declared = layer.Get<string?>("Name", null);
            string name = declared is null ? layer.Kind + (before + 1) : Identifiers.ForComments(declared);
            string identifier = Identifiers.FromName(name);
            bool isReserved = identifier == declaration.Type.Identifier
                || Identifiers.IsGeneratedMember(identifier) || Identifiers.IsLayerMember(identifier);
            if (isReserved || !identifiers.Add(identifier))
            {
                problems.Add(new Problem(
                    "NETGEN008",
                    isReserved
                        ? $"A layer is named '{name}', as a member of the network or of its layers"
                        : $"Two layers are named '{name}'",
                    i,
                    "Name"));
                do
                {
                    name += "_";
                }
                while (!identifiers.Add(Identifiers.FromName(name)));
            }

            layers.Add(read(layer, new LayerContext(i, name, declared, inputs, problems)));
            inputs = layers[^1].Outputs;
        }

        return new EquatableArray<Layer>(layers);
    }
}
