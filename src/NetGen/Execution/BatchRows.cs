using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>How the rows of a batch are divided. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchRows
{
    /// <summary>
    /// The rows to run next: a block, of about the size of those after it, since each reads all weights; or fewer, which are
    /// to be padded to <paramref name="least"/>, if that takes less time than to run them one by one; else one.
    /// </summary>
    /// <param name="rows">The rows left, 1 or more.</param>
    /// <param name="least">The rows of the smallest block.</param>
    /// <param name="most">The rows of the largest block, a multiple of <paramref name="least"/> or not.</param>
    /// <returns>The number of rows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Next(nuint rows, nuint least, nuint most)
    {
        // Inlined, the divisions are by constants but for one, which most batches do without.
        nuint blocks = (rows + most - 1) / most;
        nuint even = blocks == 1 ? rows : (rows + blocks - 1) / blocks;
        nuint count = Math.Min(Math.Min(rows, most), (even + least - 1) / least * least);
        nuint rest = count % least;
        return 2 * rest >= least || rest == 0 ? count : count < least ? 1 : count - rest;
    }

    /// <summary>Copies floats, and clears those behind them.</summary>
    /// <param name="source">The floats to copy.</param>
    /// <param name="length">Their number.</param>
    /// <param name="destination">Where they go.</param>
    /// <param name="paddedLength">The floats to write in all.</param>
    /// <returns><paramref name="destination"/>.</returns>
    public static ref float Pad(ref float source, nuint length, ref float destination, nuint paddedLength)
    {
        Span<float> padded = MemoryMarshal.CreateSpan(ref destination, (int)paddedLength);
        MemoryMarshal.CreateReadOnlySpan(ref source, (int)length).CopyTo(padded);
        padded[(int)length..].Clear();
        return ref destination;
    }
}
