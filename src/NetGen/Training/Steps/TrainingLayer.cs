using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// The shape of a layer that is trained, and how its memory is laid out. Parameters, their gradients and the optimiser's state
/// stand alike: the bias, padded with zeros to whole panels, then the weights in panels of 16 outputs, [panel][input][16].
/// For generated code.
/// </summary>
/// <param name="Inputs">The inputs.</param>
/// <param name="Outputs">The outputs.</param>
/// <param name="HasBias">Whether a bias is added.</param>
/// <param name="PanelLength">The floats from one panel of weights to the next.</param>
/// <param name="TransposedPanelLength">
/// The same of the transposed weights, [panel of 16 inputs][output][16], which the way back reads.
/// </param>
/// <param name="InputStride">The floats from one sample's inputs to the next's.</param>
/// <param name="OutputStride">The same of its outputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TrainingLayer(
    int Inputs, int Outputs, bool HasBias, int PanelLength, int TransposedPanelLength, int InputStride, int OutputStride)
{
    /// <summary>The floats of a vector of outputs.</summary>
    internal const int Lanes = 16;

    internal int Panels => (Outputs + Lanes - 1) / Lanes;

    /// <summary>Where the weights start: the floats of the bias.</summary>
    internal int WeightStart => HasBias ? Panels * Lanes : 0;

    internal int Length => WeightStart + checked(Panels * PanelLength);

    internal int TransposedLength => checked((Inputs + Lanes - 1) / Lanes * TransposedPanelLength);

    internal int ParameterCount => (Inputs * Outputs) + (HasBias ? Outputs : 0);

    /// <summary>Copies the parameters, in canonical order, into the layer's layout.</summary>
    internal void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
        for (int output = 0; output < Outputs; output++)
        {
            Span<float> column = packed[Column(output)..];
            for (int input = 0; input < Inputs; input++)
            {
                column[input * Lanes] = parameters[(output * Inputs) + input];
            }
        }

        if (HasBias)
        {
            parameters.Slice(Inputs * Outputs, Outputs).CopyTo(packed);
        }
    }

    /// <summary>The inverse of <see cref="Pack"/>.</summary>
    internal void Unpack(ReadOnlySpan<float> packed, Span<float> parameters)
    {
        for (int output = 0; output < Outputs; output++)
        {
            ReadOnlySpan<float> column = packed[Column(output)..];
            for (int input = 0; input < Inputs; input++)
            {
                parameters[(output * Inputs) + input] = column[input * Lanes];
            }
        }

        if (HasBias)
        {
            packed[..Outputs].CopyTo(parameters.Slice(Inputs * Outputs, Outputs));
        }
    }

    /// <summary>Where an output's weights start, 16 floats from one input to the next.</summary>
    private int Column(int output) => WeightStart + (output / Lanes * PanelLength) + (output % Lanes);
}
