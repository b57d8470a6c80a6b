using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Copies weights [outputs, inputs] row-major into the layouts the kernels read, and back. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MatrixPacking
{
    private const int Lanes = 16;

    /// <summary>
    /// Packs into panels [panel][input][16 outputs]. With 16 or more outputs the last panel ends at the last output,
    /// overlapping the one before; with fewer the lanes beyond stay zero.
    /// </summary>
    /// <param name="weights">Weights, [outputs, inputs].</param>
    /// <param name="packed">Zeros that receive the panels.</param>
    /// <param name="inputs">The number of inputs; 1 packs a bias.</param>
    /// <param name="outputs">The number of outputs.</param>
    public static void PackPanels(ReadOnlySpan<float> weights, Span<float> packed, int inputs, int outputs)
    {
        foreach ((int first, int count, int panel) in Panels(outputs))
        {
            for (int lane = 0; lane < count; lane++)
            {
                ReadOnlySpan<float> row = weights.Slice((first + lane) * inputs, inputs);
                for (int i = 0; i < row.Length; i++)
                {
                    packed[(((panel * inputs) + i) * Lanes) + lane] = row[i];
                }
            }
        }
    }

    /// <summary>The inverse of <see cref="PackPanels"/>.</summary>
    /// <param name="weights">Receives the weights, [outputs, inputs].</param>
    /// <param name="packed">The panels.</param>
    /// <param name="inputs">The number of inputs; 1 unpacks a bias.</param>
    /// <param name="outputs">The number of outputs.</param>
    public static void UnpackPanels(Span<float> weights, ReadOnlySpan<float> packed, int inputs, int outputs)
    {
        foreach ((int first, int count, int panel) in Panels(outputs))
        {
            for (int lane = 0; lane < count; lane++)
            {
                Span<float> row = weights.Slice((first + lane) * inputs, inputs);
                for (int i = 0; i < row.Length; i++)
                {
                    row[i] = packed[(((panel * inputs) + i) * Lanes) + lane];
                }
            }
        }
    }

    /// <summary>
    /// Packs for dot products: each output's weights as they are, where a rest of fewer than 16 is moved to the end of its
    /// 16 lanes, behind zeros.
    /// </summary>
    /// <param name="weights">Weights, [outputs, inputs].</param>
    /// <param name="packed">Zeros that receive the rows.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    public static void PackDot(ReadOnlySpan<float> weights, Span<float> packed, int inputs, int outputs)
    {
        (int whole, int rowLength) = DotLengths(inputs);
        for (int output = 0; output < outputs; output++)
        {
            ReadOnlySpan<float> row = weights.Slice(output * inputs, inputs);
            Span<float> target = packed.Slice(output * rowLength, rowLength);
            row[..whole].CopyTo(target);
            row[whole..].CopyTo(target[^(inputs - whole)..]);
        }
    }

    /// <summary>The inverse of <see cref="PackDot"/>.</summary>
    /// <param name="weights">Receives the weights, [outputs, inputs].</param>
    /// <param name="packed">The packed rows.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    public static void UnpackDot(Span<float> weights, ReadOnlySpan<float> packed, int inputs, int outputs)
    {
        (int whole, int rowLength) = DotLengths(inputs);
        for (int output = 0; output < outputs; output++)
        {
            Span<float> row = weights.Slice(output * inputs, inputs);
            ReadOnlySpan<float> source = packed.Slice(output * rowLength, rowLength);
            source[..whole].CopyTo(row);
            source[^(inputs - whole)..].CopyTo(row[whole..]);
        }
    }

    /// <summary>The inputs in whole vectors of 16, and the length of a packed row.</summary>
    private static (int Whole, int RowLength) DotLengths(int inputs) =>
        (inputs / Lanes * Lanes, (inputs + Lanes - 1) / Lanes * Lanes);

    private static IEnumerable<(int First, int Count, int Panel)> Panels(int outputs)
    {
        for (int panel = 0; panel * Lanes < outputs; panel++)
        {
            int first = outputs < Lanes ? 0 : Math.Min(panel * Lanes, outputs - Lanes);
            yield return (first, Math.Min(Lanes, outputs), panel);
        }
    }
}
