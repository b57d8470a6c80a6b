using NetGen.Generator.Model;
using NetGen.Generator.Declaration;

namespace NetGen.Generator.Layers;

/// <summary>The range of sizes: positive, and small enough that no offset within a row or block overflows an int.</summary>
internal static class Sizes
{
    public const int Largest = 1 << 24;

    /// <summary>Gives a declared size, reported and brought into range where it is outside.</summary>
    public static int Check(LayerDeclaration declaration, string argument, LayerContext context)
    {
        int size = declaration.Get(argument, 1);
        if (size is < 1 or > Largest)
        {
            context.Report("NETGEN007", Message($"'{argument}' of '{context.Name}'", size), argument);
        }

        return Clamp(size);
    }

    /// <summary>Whether no size is wrong so far: else what does not fit it is no mistake of its own.</summary>
    public static bool AreKnown(List<Problem> problems) => problems.All(problem => problem.Id != "NETGEN007");

    public static int Clamp(int size) => Math.Min(Math.Max(size, 1), Largest);

    /// <summary>
    /// What a stub says of an argument without a value. Where the rules run it has one, but for an error of the compiler's own.
    /// </summary>
    public static string UnknownMessage(string what) =>
        $"{what} has no value that a generator can see; constants of other networks are written too late to be used here";

    public static string Message(string what, int size) =>
        $"{what} is {Grouped.Number(size)}, expected 1 to {Grouped.Number(Largest)}";
}
