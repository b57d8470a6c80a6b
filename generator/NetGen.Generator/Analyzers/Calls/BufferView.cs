using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Analyzers;

/// <summary>What a reader of the code sees of an array or span. The default is nothing.</summary>
/// <param name="Memory">The variable that holds the memory; null where it is not known, or no variable's.</param>
/// <param name="Start">Where in that memory it begins, if that is known.</param>
/// <param name="Length">Its length, if that is known.</param>
/// <param name="IsWhole">Whether it is all of that memory.</param>
/// <param name="Size">The constant expression that is its length, if there is one: with another number the length were that.</param>
internal readonly record struct BufferView(ISymbol? Memory, long? Start, long? Length, bool IsWhole, IOperation? Size)
{
    /// <summary>Memory that no variable holds yet.</summary>
    public static BufferView Fresh(long? length, IOperation? size = null) => new(null, null, length, true, size);

    /// <summary>The part from a place to the end; nothing where that throws.</summary>
    public BufferView From(long? start) =>
        start == 0 ? this
        : start < 0 || start > Length ? default
        : new(Memory, Start + start, Length - start, false, null);

    /// <summary>A part; nothing where that throws.</summary>
    public BufferView Slice(long? start, long? length, IOperation? size) =>
        start < 0 || length < 0 || (start ?? 0) + (length ?? 0) > Length
            ? default
            : new(Memory, Start + start, length, false, size);

    /// <summary>Whether both certainly share memory, if neither is empty.</summary>
    public bool Overlaps(BufferView other) =>
        Memory is not null
            && SymbolEqualityComparer.Default.Equals(Memory, other.Memory)
            && Length != 0
            && other.Length != 0
            && (IsWhole || other.IsWhole || Reaches(other) || other.Reaches(this));

    private bool Reaches(BufferView later) => Start <= later.Start && later.Start < Start + (Length ?? 1);
}
