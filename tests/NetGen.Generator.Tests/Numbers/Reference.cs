namespace NetGen.Generator.Tests;

/// <summary>The forward pass as the textbook has it, in float64.</summary>
internal static class Reference
{
    /// <summary>Runs one sample.</summary>
    /// <returns>
    /// The outputs; or null where a sum is too close to the jump of a <see cref="Activation.Step"/> for float32 to
    /// decide which side of it is right.
    /// </returns>
    public static double[]? Forward(
        Architecture architecture, ReadOnlySpan<float> parameters, ReadOnlySpan<float> input) =>
        Forward(architecture, parameters, input, out _);

    /// <inheritdoc cref="Forward(Architecture, ReadOnlySpan{float}, ReadOnlySpan{float})"/>
    /// <param name="architecture">The network.</param>
    /// <param name="parameters">Its parameters, in canonical order.</param>
    /// <param name="input">The sample.</param>
    /// <param name="magnitude">
    /// Receives the largest sum of the sizes of an output's terms, of all layers, or output if that is larger.
    /// </param>
    public static double[]? Forward(
        Architecture architecture, ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, out double magnitude)
    {
        magnitude = 0;
        double[] x = [.. input.ToArray().Select(value => (double)value)];
        int p = 0;
        foreach (DenseSpec layer in architecture.Layers)
        {
            double[] sums = new double[layer.Outputs];
            double[] magnitudes = new double[layer.Outputs];
            for (int o = 0; o < layer.Outputs; o++)
            {
                foreach (double value in x)
                {
                    double term = parameters[p++] * value;
                    sums[o] += term;
                    magnitudes[o] += Math.Abs(term);
                }
            }

            for (int o = 0; layer.UseBias && o < layer.Outputs; o++)
            {
                sums[o] += parameters[p];
                magnitudes[o] += Math.Abs(parameters[p++]);
            }

            for (int o = 0; layer.Activation == Activation.Step && o < layer.Outputs; o++)
            {
                if (Math.Abs(sums[o]) < 1e-5 * magnitudes[o])
                {
                    return null;
                }
            }

            x = ReferenceActivation.Apply(layer.Activation, sums, layer.Alpha);
            magnitude = Math.Max(magnitude, Math.Max(magnitudes.Max(), x.Max(Math.Abs)));
        }

        return x;
    }
}
