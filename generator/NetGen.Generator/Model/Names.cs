using NetGen.Generator.Code;

namespace NetGen.Generator.Model;

/// <summary>Names of files and tensors in messages. A file may hold names of any length, with any characters.</summary>
internal static class Names
{
    private const int Longest = 100;
    private const int Most = 5;

    public static string Quote(string name) =>
        name.Length > Longest ? $"'{Identifiers.ForComments(name[..Longest])}…'" : $"'{Identifiers.ForComments(name)}'";

    /// <summary>The first few of a list, and how many more there are.</summary>
    public static string List(IReadOnlyCollection<string> items) =>
        string.Join(", ", items.Take(Most)) + (items.Count > Most ? $" and {Grouped.Number(items.Count - Most)} more" : "");

    /// <summary>
    /// Orders names by how near they are to a wanted one: by the letters to add, drop or change in it until the name ends
    /// with it, since what is in front is often left out: folders, or the modules around a layer.
    /// </summary>
    public static IEnumerable<string> NearestFirst(string wanted, IEnumerable<string> names) =>
        names.OrderBy(name => Distance(End(wanted), End(name))).ThenBy(name => name, StringComparer.Ordinal);

    private static string End(string name) => name.Length > Longest ? name[(name.Length - Longest)..] : name;

    /// <summary>Levenshtein's distance, from any start in the name on.</summary>
    private static int Distance(string wanted, string name)
    {
        int[] above = new int[name.Length + 1];
        for (int i = 1; i <= wanted.Length; i++)
        {
            int[] row = new int[name.Length + 1];
            row[0] = i;
            for (int j = 1; j <= name.Length; j++)
            {
                int change = above[j - 1] + (wanted[i - 1] == name[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
            }

            above = row;
        }

        return above[name.Length];
    }
}
