namespace NetGen;

/// <summary>
/// Brings each feature to mean 0 and standard deviation 1, with means and deviations measured on the samples to train on.
/// Immutable. A trained network takes raw features once the standardisation is folded into its first layer.
/// </summary>
public sealed class Standardization
{
    private readonly double[] _means;
    private readonly double[] _deviations;

    private Standardization(double[] means, double[] deviations) => (_means, _deviations) = (means, deviations);

    /// <summary>Each feature's mean.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>
    /// What each feature is divided by: its standard deviation over all samples (the root of the mean squared distance from the
    /// mean); 1 where that is 0, since a feature that never changes is only shifted.
    /// </summary>
    public ReadOnlySpan<double> Deviations => _deviations;

    /// <summary>Measures each feature's mean and standard deviation, in double precision.</summary>
    /// <param name="data">The samples to train on.</param>
    /// <returns>The standardisation for these samples and all that are to be treated alike.</returns>
    public static Standardization Of<TTarget>(TrainingData<TTarget> data)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        int length = data.InputLength;
        double[] means = new double[length];
        double[] deviations = new double[length];
        for (int i = 0; i < data.Inputs.Length; i++)
        {
            means[i % length] += data.Inputs[i];
        }

        for (int feature = 0; feature < length; feature++)
        {
            means[feature] /= data.Count;
        }

        for (int i = 0; i < data.Inputs.Length; i++)
        {
            double distance = data.Inputs[i] - means[i % length];
            deviations[i % length] += distance * distance;
        }

        for (int feature = 0; feature < length; feature++)
        {
            double deviation = Math.Sqrt(deviations[feature] / data.Count);
            deviations[feature] = deviation > 0 ? deviation : 1;
        }

        return new(means, deviations);
    }

    /// <summary>Standardises samples in place.</summary>
    /// <param name="inputs">The samples, [count, features] row-major.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the number of features; nothing was changed.</exception>
    public void Apply(Span<float> inputs)
    {
        if (inputs.Length % _means.Length != 0)
        {
            throw new ArgumentException(
                $"'{nameof(inputs)}' has length {inputs.Length}, expected a multiple of {_means.Length}.", nameof(inputs));
        }

        for (int i = 0; i < inputs.Length; i++)
        {
            int feature = i % _means.Length;
            inputs[i] = (float)((inputs[i] - _means[feature]) / _deviations[feature]);
        }
    }

    /// <summary>Makes data of the standardised samples.</summary>
    /// <param name="data">The samples as they are.</param>
    /// <returns>New data with the same targets.</returns>
    /// <exception cref="ArgumentException">The samples have another number of features.</exception>
    public TrainingData<TTarget> Apply<TTarget>(TrainingData<TTarget> data)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        CheckFeatures(data.InputLength, "The data", nameof(data));
        float[] inputs = data.Inputs.ToArray();
        Apply(inputs);
        return TrainingData<TTarget>.Owning(inputs, data.Targets.ToArray(), data.InputLength, data.TargetLength);
    }

    /// <summary>
    /// Makes a network that takes raw features of one that takes standardised ones: the first layer's weights w and bias b become
    /// w / deviation and b - sum(w / deviation * mean), computed in double precision. The results are equal but for rounding.
    /// </summary>
    /// <param name="network">The network, trained on standardised samples.</param>
    /// <returns>A new network.</returns>
    /// <exception cref="ArgumentException">The network has another number of inputs.</exception>
    /// <exception cref="InvalidOperationException">
    /// The first layer is not dense, has no bias though a mean is not 0, or a folded parameter is beyond the range of a float.
    /// </exception>
    public TNetwork FoldInto<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        CheckFeatures(TNetwork.InputLength, "The network", nameof(network));
        LayerInfo layer = TNetwork.Layers[0];
        if (layer.WeightCount != (long)layer.Inputs * layer.Outputs)
        {
            throw new InvalidOperationException(
                $"A standardisation is folded into a dense layer, but the network's first layer, {layer.Name}, is {layer.Kind}.");
        }

        bool shifted = _means.AsSpan().ContainsAnyExcept(0);
        if (shifted && layer.BiasCount == 0)
        {
            throw new InvalidOperationException(
                $"The means are not all 0, so that the network's first layer, {layer.Name}, needs a bias to take them, but has none.");
        }

        float[] parameters = new float[TNetwork.ParameterCount];
        network.CopyParametersTo(parameters);
        Span<float> weights = parameters.AsSpan(0, (int)layer.WeightCount);
        Span<float> bias = parameters.AsSpan(weights.Length, (int)layer.BiasCount);
        for (int output = 0; output < layer.Outputs; output++)
        {
            double shift = 0;
            for (int feature = 0; feature < _means.Length; feature++)
            {
                ref float weight = ref weights[(output * _means.Length) + feature];
                double folded = weight / _deviations[feature];
                shift += folded * _means[feature];
                weight = InRange(folded, weight, layer);
            }

            if (shifted)
            {
                bias[output] = InRange(bias[output] - shift, bias[output], layer);
            }
        }

        return TNetwork.FromParameters(parameters);
    }

    private static float InRange(double folded, float before, LayerInfo layer) =>
        float.IsFinite((float)folded) || !float.IsFinite(before)
            ? (float)folded
            : throw new InvalidOperationException(
                FormattableString.Invariant($"A parameter of {layer.Name} would be {folded}, beyond the range of a float."));

    private void CheckFeatures(int found, string what, string parameter)
    {
        if (found != _means.Length)
        {
            throw new ArgumentException($"{what} has {found} inputs, expected {_means.Length}.", parameter);
        }
    }
}
