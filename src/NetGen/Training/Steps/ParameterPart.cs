namespace NetGen.CompilerServices;

/// <summary>A part of a layer's parameters whose gradients are computed together: of some panels the weights of some inputs.</summary>
/// <param name="Layer">The layer's index.</param>
/// <param name="FirstPanel">The first panel of 16 outputs.</param>
/// <param name="Panels">The panels; 0 for the layer's bias.</param>
/// <param name="FirstInput">The first input.</param>
/// <param name="Inputs">The inputs.</param>
internal readonly record struct ParameterPart(int Layer, int FirstPanel, int Panels, int FirstInput, int Inputs)
{
    // A multiple of 24, as the kernels want it; its rows of a batch of inputs stay in the second-level cache.
    private const int MaxInputs = 192;

    public static ParameterPart[] Of(TrainingLayer[] layers)
    {
        List<ParameterPart> parts = [];
        for (int i = 0; i < layers.Length; i++)
        {
            TrainingLayer layer = layers[i];
            for (int input = 0; input < layer.Inputs; input += MaxInputs)
            {
                for (int panel = 0, panels; panel < layer.Panels; panel += panels)
                {
                    panels = layer.Panels - panel is 1 or 3 ? layer.Panels - panel : 2;
                    parts.Add(new(i, panel, panels, input, Math.Min(MaxInputs, layer.Inputs - input)));
                }
            }

            if (layer.HasBias)
            {
                parts.Add(new(i, 0, 0, 0, 0));
            }
        }

        return [.. parts];
    }
}
