namespace NetGen.Generator.Tests;

/// <summary>The loss of a batch as the textbook has it, in float64, and its derivatives by finite differences.</summary>
internal sealed class ReferenceTraining(TrainingSpec spec, double[] parameters, float[] inputs, float[] targets)
{
    public double Loss()
    {
        int rows = inputs.Length / spec.Network.Inputs, targetLength = targets.Length / rows;
        double loss = 0;
        for (int row = 0; row < rows; row++)
        {
            double[] outputs = Forward(inputs.AsSpan(row * spec.Network.Inputs, spec.Network.Inputs));
            loss += LossOf(outputs, targets.AsSpan(row * targetLength, targetLength)) / targets.Length;
        }

        return loss;
    }

    /// <summary>
    /// The derivative by a parameter; null where differences of two widths are further apart than the tolerance: a bend of an
    /// activation or of the loss is so near that they do not show it.
    /// </summary>
    public double? Derivative(int parameter, double tolerance)
    {
        double wide = Difference(parameter, 4e-6), narrow = Difference(parameter, 1e-6);
        return Math.Abs(wide - narrow) <= tolerance ? (wide + narrow) / 2 : null;
    }

    private double Difference(int parameter, double step)
    {
        double value = parameters[parameter];
        parameters[parameter] = value + step;
        double above = Loss();
        parameters[parameter] = value - step;
        double below = Loss();
        parameters[parameter] = value;
        return (above - below) / (2 * step);
    }

    private double[] Forward(ReadOnlySpan<float> input)
    {
        double[] x = [.. input.ToArray().Select(value => (double)value)];
        int p = 0;
        foreach (DenseSpec layer in spec.Network.Layers)
        {
            double[] sums = new double[layer.Outputs];
            for (int o = 0; o < layer.Outputs; o++)
            {
                foreach (double value in x)
                {
                    sums[o] += parameters[p++] * value;
                }
            }

            for (int o = 0; layer.UseBias && o < layer.Outputs; o++)
            {
                sums[o] += parameters[p++];
            }

            x = ReferenceActivation.Apply(layer.Activation, sums, layer.Alpha);
        }

        return x;
    }

    private double LossOf(double[] outputs, ReadOnlySpan<float> target)
    {
        if (spec.Loss == NetGen.Loss.CrossEntropy)
        {
            double[] logarithms = spec.Network.Layers[^1].Activation switch
            {
                Activation.Softmax => [.. outputs.Select(p => Math.Log(p))],
                Activation.LogSoftmax => outputs,
                _ => ReferenceActivation.Apply(Activation.LogSoftmax, outputs, 0),
            };
            double s = spec.LabelSmoothing;
            return -((1 - s) * logarithms[(int)target[0]]) - (s * logarithms.Average());
        }

        double loss = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double t = target[i], difference = Math.Abs(outputs[i] - t);
            loss += spec.Loss switch
            {
                NetGen.Loss.BinaryCrossEntropy => -(t * Math.Log(outputs[i])) - ((1 - t) * Math.Log(1 - outputs[i])),
                NetGen.Loss.MeanSquaredError => difference * difference,
                NetGen.Loss.MeanAbsoluteError => difference,
                NetGen.Loss.Huber => difference <= spec.Delta
                    ? difference * difference / 2
                    : spec.Delta * (difference - ((double)spec.Delta / 2)),
                _ => throw new InvalidOperationException($"{spec.Loss} is no loss."),
            };
        }

        return loss;
    }
}
