using NetGen.Generator.Model;

namespace NetGen.Generator.Code;

/// <summary>A network and what the names of its source files start with.</summary>
internal sealed record NetworkFile(string Name, NetworkModel Model)
{
    /// <summary>
    /// Names the files of each network. A generator that gives two files the same name, but for case, fails as a whole: such
    /// networks are numbered. Of a class with two [Network], which is an error, the first counts.
    /// </summary>
    public static IEnumerable<NetworkFile> Of(IEnumerable<NetworkModel> models)
    {
        HashSet<string> types = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (NetworkModel model in models)
        {
            string type = (model.Namespace.Length > 0 ? model.Namespace + "." : "")
                + string.Concat(model.Containers.Append(model.Type).Select(part => part.Name + part.TypeParameters + "."));
            if (!types.Add(type))
            {
                continue;
            }

            // Type parameters and verbatim identifiers have characters that a file's name may not.
            string name = string.Concat(type.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
            string file = name;
            for (int number = 2; !names.Add(file) || (model.Training is not null && !names.Add(file + "Trainer.")); number++)
            {
                file = name + Literal.Of(number) + ".";
            }

            yield return new NetworkFile(file, model);
        }
    }
}
