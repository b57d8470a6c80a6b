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
        TypeCheck.Check(declaration, problems);
        int inputs = CheckInputs(declaration, problems);
        EquatableArray<Layer> layers = ReadLayers(declaration, inputs, problems);
        (WeightSource weights, UnusedTensors? unused) = WeightResolver.Resolve(declaration, layers, manifests, problems);
        NetworkModel model = new(
            declaration.Namespace,
            declaration.Containers,
            declaration.Type,
            inputs,
            layers,
            weights,
            declaration.HasDebuggerDisplay,
            default)
        {
            Unused = unused,
            Training = TrainingModel.Of(declaration.Training),
        };
        CheckParameters(declaration, model, problems);
        TrainingCheck.Check(declaration, model, problems);
        bool isFree = MemberCheck.Check(declaration, model, problems);
        return model with { Problems = new EquatableArray<Problem>(problems), CanExtend = isFree && TypeCheck.IsExtensible(declaration) };
    }

    private static int CheckInputs(NetworkDeclaration declaration, List<Problem> problems)
    {
        int inputs = declaration.Inputs ?? 1;
        if (declaration.Inputs is null)
        {
            problems.Add(new Problem("NETGEN007", Sizes.UnknownMessage("'inputs' of the network"), Argument: "inputs")
            {
                IsCompilersError = true,
            });
        }
        else if (inputs is < 1 or > Sizes.Largest)
        {
            problems.Add(new Problem("NETGEN007", Sizes.Message("'inputs' of the network", inputs), Argument: "inputs"));
        }

        return Sizes.Clamp(inputs);
    }

    private static void CheckParameters(NetworkDeclaration declaration, NetworkModel model, List<Problem> problems)
    {
        if (declaration.MaxParameters < 0)
        {
            problems.Add(new Problem(
                "NETGEN007",
                $"'MaxParameters' is {Grouped.Number(declaration.MaxParameters)}, expected a positive number, or 0 for no limit",
                Argument: "MaxParameters"));
        }
        else if (declaration.MaxParameters > 0 && model.ParameterCount > declaration.MaxParameters && Sizes.AreKnown(problems))
        {
            problems.Add(new Problem(
                "NETGEN205",
                $"'{declaration.Type.Name}' has {Grouped.Number(model.ParameterCount)} parameters, "
                    + $"{Grouped.Number(model.ParameterCount - declaration.MaxParameters)} more than MaxParameters allows "
                    + $"({Grouped.Number(declaration.MaxParameters)})",
                Argument: "MaxParameters"));
        }
    }

    private static EquatableArray<Layer> ReadLayers(NetworkDeclaration declaration, int inputs, List<Problem> problems)
    {
        List<Layer> layers = [];
        HashSet<string> identifiers = [];
        for (int i = 0; i < declaration.Layers.Count; i++)
        {
            LayerDeclaration layer = declaration.Layers[i];
            if (LayerKinds.Reader(layer.Kind) is not { } read)
            {
                continue; // A layer attribute of a newer library; the package keeps both at one version.
            }

            string name = layer.Name;
            string identifier = Identifiers.FromName(name);
            bool isReserved = identifier == declaration.Type.Identifier
                || GeneratedMembers.IsName(identifier) || Identifiers.IsLayerMember(identifier);
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

            layers.Add(read(layer, new LayerContext(i, name, layer.DeclaredName, inputs, problems)));
            inputs = layers[^1].Outputs;
        }

        return new EquatableArray<Layer>(layers);
    }
}
