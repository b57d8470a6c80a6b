using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using NetGen.Generator.Analyzers;

namespace NetGen.CodeFixes;

/// <summary>Tells whether the user's code would not compile without generated members.</summary>
internal static class GeneratedUse
{
    /// <summary>Whether the user's code refers to any of the members that are generated.</summary>
    public static async Task<bool> IsAnyAsync(IEnumerable<ISymbol> members, Document document, CancellationToken cancel)
    {
        foreach (ISymbol member in members.Where(member => member.Locations.All(IsGenerated)))
        {
            IEnumerable<ReferencedSymbol> found =
                await SymbolFinder.FindReferencesAsync(member, document.Project.Solution, cancel).ConfigureAwait(false);
            if (found.SelectMany(symbol => symbol.Locations).Any(reference => !IsGenerated(reference.Location)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether code would not compile without <c>Classify</c>, which only networks that end in softmax have.</summary>
    public static async Task<bool> NeedsClassifyAsync(INamedTypeSymbol network, Document document, CancellationToken cancel) =>
        network.AllInterfaces.Any(type => !type.GetMembers("Classify").IsEmpty)
        || await IsAnyAsync(network.GetMembers("Classify"), document, cancel).ConfigureAwait(false);

    /// <summary>Whether code makes or names a trainer, whose targets are of a type that follows from the loss.</summary>
    public static Task<bool> NeedsTrainerAsync(INamedTypeSymbol network, Document document, CancellationToken cancel) =>
        IsAnyAsync(network.GetMembers("CreateTrainer").Concat(network.GetMembers("Trainer")), document, cancel);

    private static bool IsGenerated(Location location) => location.SourceTree is { } tree && GeneratedSource.Contains(tree);
}
