using NetGen.Generator.Declaration;

namespace NetGen.Generator.Model;

/// <summary>Checks that the user's members, own and inherited, and the generated ones can stand side by side.</summary>
internal static class MemberCheck
{
    /// <summary>Reports what stands in the way of generated members; gives whether those of a stub can be added all the same.</summary>
    public static bool Check(NetworkDeclaration declaration, NetworkModel model, List<Problem> problems)
    {
        List<Problem> found = [];
        MemberDeclaration[] layers = [.. model.Layers.Select(GeneratedMembers.Of)];
        MemberDeclaration[] ofStub = [.. GeneratedMembers.OfStub(model), .. layers];
        MemberDeclaration[] all = [.. ofStub, .. GeneratedMembers.Private(model)];
        string name = declaration.Type.Name;
        bool derivesFromNetwork = declaration.Base is { IsNetwork: true };
        bool isFree = !derivesFromNetwork;
        foreach (MemberDeclaration member in declaration.Members)
        {
            if (derivesFromNetwork && member.InheritedFrom is not null)
            {
                continue; // One finding about the base class says it all.
            }

            int index = Array.FindIndex(all, member.CollidesWith);
            if (index >= 0)
            {
                found.Add(member.InheritedFrom is { } owner
                    ? Hiding(name, $"{owner}.{member.Name}", Array.IndexOf(layers, all[index]))
                    : At(member, Collision(name, member, all[index], isLayer: layers.Contains(all[index]))));
                isFree &= index >= ofStub.Length;
            }
            else if (member.IsRequired)
            {
                found.Add(At(member, $"'{member.Name}' is required, but the generated members that make a '{name}' do not set it"));
            }
        }

        if (declaration.Base is { } basis && (derivesFromNetwork || !basis.HasPlainConstructor))
        {
            found.Add(new Problem("NETGEN008", derivesFromNetwork
                ? $"'{name}' derives from the network '{basis.Name}', whose members its own would hide"
                : $"'{name}' derives from '{basis.Name}', which has no constructor without parameters for the generated one to call"));
        }

        // A type that can be no network is one mistake.
        if (declaration.Type.Trait is null)
        {
            problems.AddRange(found);
        }

        return isFree;
    }

    private static string Collision(string network, MemberDeclaration member, MemberDeclaration generated, bool isLayer) =>
        member.Name == MemberDeclaration.Constructor
            ? $"'{network}' has a constructor of its own, but is made by its generated members"
            : $"'{network}' has its own '{member.Name}', "
                + (isLayer ? "which is the name of one of its layers"
                    : member.Kind == MemberKind.Method && generated.Kind == MemberKind.Method ? "with the parameters of the generated one"
                    : "which is the name of a generated member");

    private static Problem Hiding(string network, string inherited, int layer) => new(
        "NETGEN008",
        $"'{network}' inherits '{inherited}', which a generated member of that name would hide",
        layer,
        layer < 0 ? null : "Name");

    private static Problem At(MemberDeclaration member, string message) => new("NETGEN008", message)
    {
        Member = member.InheritedFrom is null ? member : null,
    };
}
