namespace Approximator;

/// <summary>What a trained network makes of the curve.</summary>
internal sealed class Fit
{
    public Fit(float[] outputs)
    {
        Outputs = outputs;
        double[] errors = [.. outputs.Zip(Curve.Values, (output, value) => Math.Abs((double)output - value))];
        RootMeanSquareError = Math.Sqrt(errors.Average(error => error * error));
        LargestError = errors.Max();
    }

    /// <summary>The network's outputs at <see cref="Curve.Inputs"/>.</summary>
    public float[] Outputs { get; }

    public double RootMeanSquareError { get; }

    public double LargestError { get; }
}
