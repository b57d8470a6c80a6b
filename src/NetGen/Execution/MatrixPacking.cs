using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Copies weights [outputs, inputs] row-major into the layout the kernels read, and back. For generated code.
/// </summary>
/// <remarks>
/// Panels of vectors of 16 floats, which may have a gap between them. With 16 outputs a panel they are
/// [panel][input][16 outputs], where the last panel ends at the last output, overlapping the one before. A panel of fewer
/// outputs takes 16 / outputs inputs a vector, [step][input][output], where the last step ends at the last input, behind zeros
/// for those of the steps before. Lanes without an output are zero.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MatrixPacking
{
    private const int Lanes = 16;

    /// <summary>Packs weights.</summary>
    /// <param name="weights">Weights, [outputs, inputs].</param>
    /// <param name="packed">Zeros that receive the panels.</param>
    /// <param name="inputs">The number of inputs; 1 packs a bias.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="panelOutputs">The outputs in a panel: 16, or a power of two from <paramref name="outputs"/> on.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    public static void Pack(ReadOnlySpan<float> weights, Span<float> packed, int inputs, int outputs, int panelOutputs, int panelLength)
    {
        foreach ((int output, int start) in Outputs(outputs, panelOutputs, panelLength))
        {
            ReadOnlySpan<float> row = weights.Slice(output * inputs, inputs);
            for (int i = 0; i < row.Length; i++)
            {
                packed[start + Offset(i, inputs, panelOutputs)] = row[i];
            }
        }
    }

    /// <summary>The inverse of <see cref="Pack"/>.</summary>
    /// <param name="weights">Receives the weights, [outputs, inputs].</param>
    /// <param name="packed">The panels.</param>
    /// <param name="inputs">The number of inputs; 1 unpacks a bias.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="panelOutputs">The outputs in a panel.</param>
    /// <param name="panelLength">The floats from one panel to the next.</param>
    public static void Unpack(Span<float> weights, ReadOnlySpan<float> packed, int inputs, int outputs, int panelOutputs, int panelLength)
    {
        foreach ((int output, int start) in Outputs(outputs, panelOutputs, panelLength))
        {
            Span<float> row = weights.Slice(output * inputs, inputs);
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = packed[start + Offset(i, inputs, panelOutputs)];
            }
        }
    }

    /// <summary>Each output with the place of its lane in a panel; twice where panels overlap.</summary>
    private static IEnumerable<(int Output, int Start)> Outputs(int outputs, int panelOutputs, int panelLength)
    {
        for (int panel = 0; panel * panelOutputs < outputs; panel++)
        {
            int first = Math.Max(0, Math.Min(panel * panelOutputs, outputs - panelOutputs));
            for (int lane = 0; lane < panelOutputs && first + lane < outputs; lane++)
            {
                yield return (first + lane, (panel * panelLength) + lane);
            }
        }
    }

    /// <summary>The place of an input's weight, from that of its output's lane on.</summary>
    private static int Offset(int input, int inputs, int panelOutputs)
    {
        int inputsPerStep = Lanes / panelOutputs, rest = inputs % inputsPerStep;
        int atEnd = input >= inputs - rest ? inputsPerStep - rest : 0;
        return (input + atEnd) * panelOutputs;
    }
}
